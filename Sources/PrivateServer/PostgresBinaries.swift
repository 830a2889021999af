import Glibc
import OperatingSystem

/// Where PostgreSQL's own programs are.
package struct PostgresBinaries: Sendable, Equatable {
  package static let oldestVersion = 15

  /// The directory that holds them.
  package let directory: String

  package var postgres: String { directory + "/postgres" }
  package var initdb: String { directory + "/initdb" }

  /// `PDCA_PG_BIN` where set, else the newest version under `/usr/lib/postgresql`, else the PATH.
  /// - Parameter programs: those that must be there; a machine with a client alone has no server's.
  package static func find(
    _ programs: [String] = ["postgres", "initdb"],
    environment: [String: String] = ProcessEnvironment.variables(),
    root: String = "/usr/lib/postgresql"
  ) throws(ClusterError) -> PostgresBinaries {
    func isComplete(_ directory: String) -> Bool {
      programs.allSatisfy { access("\(directory)/\($0)", X_OK) == 0 }
    }
    if let chosen = environment["PDCA_PG_BIN"], !chosen.isEmpty {
      guard isComplete(chosen) else { throw .binariesMissing(searched: [chosen]) }
      return PostgresBinaries(directory: chosen)
    }
    let installed = Directory.entries(of: root).compactMap { Int($0) }
      .filter { $0 >= oldestVersion }.sorted(by: >).map { "\(root)/\($0)/bin" }
    let onPath = (environment["PATH"] ?? "").split(separator: ":").map { String($0) }
    guard let directory = (installed + onPath).first(where: isComplete) else {
      throw .binariesMissing(searched: [root] + onPath)
    }
    return PostgresBinaries(directory: directory)
  }
}

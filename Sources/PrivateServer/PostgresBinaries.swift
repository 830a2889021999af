import Glibc
import OperatingSystem

/// Where PostgreSQL's own programs are.
package struct PostgresBinaries: Sendable, Equatable {
  package static let oldestVersion = 15
  /// Where Debian has them, a directory a major version.
  package static let root = "/usr/lib/postgresql"

  /// The directory that holds them.
  package let directory: String

  package var postgres: String { directory + "/postgres" }
  package var initdb: String { directory + "/initdb" }

  /// `PDCA_PG_BIN` where set, else the newest version under `/usr/lib/postgresql`, else the PATH.
  /// - Parameter programs: those that must be there; a machine with a client alone has no server's.
  package static func find(
    _ programs: [String] = ["postgres", "initdb"],
    environment: [String: String] = ProcessEnvironment.variables(),
    root: String = PostgresBinaries.root
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

  /// Those of that major version where there are any; else those that ``find(_:environment:root:)``
  /// finds.
  package static func find(
    _ programs: [String] = ["postgres", "initdb"], version: Int,
    environment: [String: String] = ProcessEnvironment.variables()
  ) throws(ClusterError) -> PostgresBinaries {
    let usual = "\(root)/\(version)/bin"
    let isThere = programs.allSatisfy { access("\(usual)/\($0)", X_OK) == 0 }
    guard (environment["PDCA_PG_BIN"] ?? "").isEmpty, isThere else {
      return try find(programs, environment: environment)
    }
    return PostgresBinaries(directory: usual)
  }

  /// The server's: 15 of 15.20.
  package func majorVersion() async throws -> Int {
    let parts = directory.split(separator: "/")
    if parts.dropLast().joined(separator: "/") == Self.root.dropFirst()
      + "/\(parts.dropLast().last ?? "")",
      parts.last == "bin", let version = parts.dropLast().last.flatMap({ Int($0) })
    {
      return version
    }
    let told = try await Program([postgres, "--version"]).run().output
    let number = told.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
    guard let number else { throw ClusterError.createFailed(output: trimmed(told)) }
    return number
  }
}

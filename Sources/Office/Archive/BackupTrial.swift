import Glibc
import OperatingSystem
package import Postgres
import PrivateServer
import Proof

/// What a backup holds, seen by restoring it.
package struct BackupTrial: Sendable {
  /// Departments, and events of all their logs.
  package let departments: Int
  package let events: Int
  /// Departments of which the backup holds another beginning than the database's log, or whose log there
  /// isn't sound.
  package let differing: [String]
  /// Departments of the database that the backup lacks.
  package let missing: [String]

  package var isGood: Bool { differing.isEmpty && missing.isEmpty }

  /// - Parameters:
  ///   - restored: of the backup, restored.
  ///   - session: to the database that it was made of, whose logs may have grown since.
  package init(_ restored: LogRoots, against session: Session) throws {
    departments = restored.roots.count
    events = restored.events
    let present = try OrganizationLogs(in: session).departments
    missing = present.filter { restored.roots[$0] == nil }
    differing = try restored.roots.keys.sorted().filter { department in
      guard let root = restored.roots[department], root.isSound else { return true }
      return try Self.root(of: department, upTo: root.size, in: session) != root.root
    }
  }

  /// Nil where the log is shorter.
  private static func root(
    of department: String, upTo size: Int, in session: Session
  ) throws -> [UInt8]? {
    var tree = TreeFrontier()
    try LogScan.leaves(of: department, upTo: size, in: session) { tree.append($0) }
    return tree.size == size ? tree.root : nil
  }
}

extension Premises {
  /// A private server for a while, in a directory of its own; gone at the end, whatever comes of it.
  package static func scratch<T>(_ body: (Premises) async throws -> T) async throws -> T {
    let cluster = LocalCluster(directory: try scratchDirectory())
    defer { Directory.remove(cluster.directory) }
    do {
      try await cluster.create()
      try await cluster.start()
      let result = try await body(.privateCluster(cluster, role: nil))
      try await cluster.stop(.immediate)
      return result
    } catch {
      try? await cluster.stop(.immediate)
      throw error
    }
  }

  /// Below `TMPDIR`.
  private static func scratchDirectory() throws -> String {
    let above = ProcessEnvironment.variables()["TMPDIR"] ?? "/tmp"
    var template = Array("\(above)/pdca-trial-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError("make a directory in \(above)") }
    return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }
}

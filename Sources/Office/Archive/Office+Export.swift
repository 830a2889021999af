import CanonicalJSON
package import EventLog
import Postgres
import Proof

/// Where the lines of an export go.
package protocol ExportSink: AnyObject {
  /// False once nobody takes any more.
  var isOpen: Bool { get }
  func write(_ line: [UInt8]) throws
}

/// The lines of an export with the tree over all of them.
private final class ExportLines {
  private let sink: any ExportSink
  private var tree = TreeFrontier()

  init(_ sink: any ExportSink) { self.sink = sink }

  var isOpen: Bool { sink.isOpen }

  /// - Parameter hash: the line's own, where that is known already.
  func write(_ line: [UInt8], hash: [UInt8]?) throws {
    tree.append(hash ?? TreeHash.leaf(line))
    try sink.write(line)
  }

  /// Adds the line that ends an exported log.
  func end(_ departments: [String]) throws {
    let end = ArchiveEnd(
      departments: departments, lines: tree.size, rootHash: Hexadecimal.encode(tree.root))
    try write(Array(end.json.canonical.utf8), hash: nil)
  }
}

extension Office {
  /// Writes the logs out, of one moment; canonical lines end with one a department that seals them.
  /// - Parameters:
  ///   - codes: departments; nil for all.
  ///   - reports: gets the kept reports of closed reviews; nil leaves them out.
  /// - Returns: the departments, and how many reports were written.
  package func export(
    _ codes: [String]?, as form: ExportForm, to sink: any ExportSink,
    reports: (any ExportSink)?
  ) throws -> (departments: [ExportedDepartment], reports: Int) {
    try session.transaction(isolation: .repeatableRead, readOnly: true) { _ in
      let departments = try LogExport.departments(codes, in: session)
      try Unreadable.require(departments.map(\.code), in: session)
      let lines = ExportLines(sink)
      var kept = 0
      for department in departments {
        try write(department, as: form, to: lines)
        if let reports { kept += try write(reportsOf: department, to: reports) }
      }
      if case .line = form { try lines.end(departments.map(\.code)) }
      try reports?.write(ArchivedReport.end(of: kept))
      return (departments, kept)
    }
  }

  private func write(
    _ department: ExportedDepartment, as form: ExportForm, to sink: ExportLines
  ) throws {
    let isSealed = if case .line = form { true } else { false }
    var seal = ExportSeal(department)
    try LogExport.events(of: department, as: form, in: session) { event in
      try sink.write(event.line, hash: isSealed ? seal.take(event) : nil)
      return sink.isOpen
    }
    if isSealed, sink.isOpen { try sink.write(seal.line, hash: nil) }
  }

  private func write(
    reportsOf department: ExportedDepartment, to sink: any ExportSink
  ) throws -> Int {
    let reports = try KeptReport.all(of: department.code, in: session)
    for report in reports { try sink.write(ArchivedReport.line(report)) }
    return reports.count
  }
}

package import EventLog
import Postgres

/// Where the lines of an export go.
package protocol ExportSink: AnyObject {
  /// False once nobody takes any more.
  var isOpen: Bool { get }
  /// - Parameter hash: the line's own, where that is known already.
  func write(_ line: [UInt8], hash: [UInt8]?) throws
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
      var kept = 0
      for department in departments {
        try write(department, as: form, to: sink)
        if let reports { kept += try write(reportsOf: department, to: reports) }
      }
      return (departments, kept)
    }
  }

  private func write(
    _ department: ExportedDepartment, as form: ExportForm, to sink: any ExportSink
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
    for report in reports { try sink.write(ArchivedReport.line(report), hash: nil) }
    return reports.count
  }
}

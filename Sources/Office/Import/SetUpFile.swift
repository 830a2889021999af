import Domain
import EventLog
import Orders
import Postgres
package import Tables

/// What became of a file whose every line sets something up: all of it or nothing, and the same
/// file again adds nothing.
package struct SetUpReport: Sendable {
  package let isDryRun: Bool
  /// Lines that were taken, or would be.
  package fileprivate(set) var added = 0
  /// Lines of what was there already.
  package fileprivate(set) var known = 0
  package fileprivate(set) var refused: [SetUpRefusal] = []

  /// Whether it was written.
  package var isDone: Bool { !isDryRun && refused.isEmpty }
}

/// A line that can't be taken, and why.
package struct SetUpRefusal: Sendable {
  package let line: Int
  /// ``InputFault``, ``FileTermFault``, ``OfficeError``, `OrderError` or a refusal of the domain.
  package let reason: any Error
}

/// A row that can't be read.
package struct UnreadableRow: Error {
  package let fault: RowFault
  package let encoding: TextEncoding
}

/// What became of a line.
enum SetUpResult { case added, known }

extension Office {
  /// Takes every line in one transaction, which a refused one undoes.
  /// - Parameters:
  ///   - needed: columns that the file can't do without.
  ///   - onColumns: told what the file was found to be.
  ///   - carryOut: takes a line's field by its column; nil for an empty one.
  func setUp<Key: ColumnKey>(
    from file: TableFile, needing needed: [Key], isDryRun: Bool,
    onColumns: (FoundColumns) -> Void,
    _ carryOut: (_ field: (Key) -> String?) throws -> SetUpResult
  ) throws -> SetUpReport {
    var report = SetUpReport(isDryRun: isDryRun)
    // What is known of departments is brought up to date before the transaction begins.
    _ = try departmentCodes()
    try atomically {
      var columns: NamedColumns<Key>?
      try file.read { row, form in
        switch row {
        case .fault(let line, let fault):
          report.refuse(line, UnreadableRow(fault: fault, encoding: form.encoding))
        case .record(let line, let fields):
          guard let known = columns else {
            let found = try NamedColumns<Key>(header: fields, needing: needed)
            onColumns(found.found(form))
            columns = found
            return
          }
          try report.take(line) { try carryOut { known.text($0, in: fields) } }
        }
      }
      if columns == nil, report.refused.isEmpty { throw ColumnFault.noHeader }
      return report.isDone
    }
    return report
  }
}

extension SetUpReport {
  fileprivate mutating func take(_ line: Int, _ carryOut: () throws -> SetUpResult) throws {
    do {
      switch try carryOut() {
      case .added: added += 1
      case .known: known += 1
      }
    } catch {
      guard Self.isOfLine(error) else { throw error }
      refuse(line, error)
    }
  }

  fileprivate mutating func refuse(_ line: Int, _ reason: any Error) {
    refused.append(SetUpRefusal(line: line, reason: reason))
  }

  /// Whether it is the line's own, so that the others can be looked at all the same.
  private static func isOfLine(_ error: any Error) -> Bool {
    switch error {
    case is InputFault, is FileTermFault, is OrganizationRefusal, is KPIRefusal, is ConceptRefusal:
      true
    case let error as PeopleFault: if case .notPermitted = error { false } else { true }
    case let error as OfficeError:
      switch error {
      case .unknown, .unmeasured, .noDepartment, .noRole: true
      case .noSchema, .outdatedSchema, .newerSchema, .notReadable, .onStandby, .clocksApart,
        .unreadable, .outsideGroup, .notPrivate, .notEmpty, .notBackup, .programFailed:
        false
      }
    case let error as OrderError:
      switch error {
      case .notFounded, .unknownDepartment, .departmentClosed: true
      case .conflict, .stopped, .unreadable: false
      }
    case let error as AppendError:
      switch error {
      case .commandReused, .departmentTaken, .unknownDepartment: true
      default: false
      }
    case PostgresError.nulInText: true
    default: false
    }
  }
}

extension NamedColumns {
  func found(_ form: TableReader.Form) -> FoundColumns {
    FoundColumns(form: form, count: names.count, used: used, idle: idle)
  }
}

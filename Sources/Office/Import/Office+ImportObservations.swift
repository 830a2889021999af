import CivilTime
package import Domain
package import ReadModels
package import Tables
import Tracker

/// How a file of one KPI's observations is to be imported.
package struct ObservationsRequest: Sendable {
  package var settings: TableSettings
  package var isDryRun: Bool
  /// Nothing is recorded if a line is refused.
  package var isAtomic: Bool

  package init(
    settings: TableSettings = TableSettings(), isDryRun: Bool = false, isAtomic: Bool = false
  ) {
    (self.settings, self.isDryRun, self.isAtomic) = (settings, isDryRun, isAtomic)
  }
}

/// What is told of it while it goes on.
package enum ObservationsNews {
  case found(FoundColumns)
  /// All lines are looked at; so many are going to be recorded.
  case writing(Int)
  /// So many are.
  case written(Int)
}

/// Why a line is no observation, or one that can't be taken.
package enum ObservationLineFault: Error {
  case row(RowFault, TextEncoding)
  case noValue
  case fieldCount(Int)
  case input(InputFault)
  case rule(KPIRefusal)
}

/// What became of the file's lines.
package struct ImportedObservations: Sendable {
  package let kpi: KPIReference
  package let isDryRun: Bool
  /// Recorded, or what would be.
  package let recorded: Int
  /// Those that were there already.
  package let known: Int
  /// By line.
  package let refused: [(line: Int, fault: ObservationLineFault)]
}

extension Office {
  /// Records the observations of a file, all of whose lines are looked at before the first is
  /// recorded. The same file again adds nothing.
  /// - Throws: ``ObservationHeaderFault``, `ColumnFault`, `TableFault`, and what the database says.
  package func importObservations(
    of kpi: KPIRow, from file: TableFile, _ request: ObservationsRequest = ObservationsRequest(),
    _ tell: (ObservationsNews) -> Void = { _ in }
  ) throws -> ImportedObservations {
    var run = try ObservationsRun(self, kpi, request)
    try file.read { try run.take($0, $1, tell) }
    return try run.end(tell)
  }
}

private struct ObservationsRun {
  private let kpi: KPIRow
  private let today: LocalDate
  private let dates: DateReader
  private let request: ObservationsRequest
  private var observations: ObservationImport
  /// Lines that hold no observation.
  private var unreadable: [(line: Int, fault: ObservationLineFault)] = []
  /// Nil before the first line.
  private var columns: ObservationColumns?

  init(_ office: Office, _ kpi: KPIRow, _ request: ObservationsRequest) throws {
    (self.kpi, self.request, today) = (kpi, request, office.today)
    dates = office.dates(of: request.settings)
    observations = try ObservationImport(of: kpi.reference, office.tracker)
  }

  mutating func take(
    _ row: TableRow, _ form: TableReader.Form, _ tell: (ObservationsNews) -> Void
  ) throws {
    switch row {
    case .fault(let line, let fault): unreadable.append((line, .row(fault, form.encoding)))
    case .record(let line, let fields):
      guard let columns else {
        let header = try header(of: fields, form, tell)
        let found = header ?? ObservationColumns()
        if header != nil { try checkUnit(of: fields[found.value]) }
        columns = found
        tell(.found(found.found(form, columns: fields.count)))
        return header == nil ? try take(fields, line, found, form) : ()
      }
      try take(fields, line, columns, form)
    }
  }

  private func header(
    of fields: [String], _ form: TableReader.Form, _ tell: (ObservationsNews) -> Void
  ) throws -> ObservationColumns? {
    do { return try ObservationColumns(header: fields, of: kpi, today: today) } catch {
      tell(.found(FoundColumns(form: form, count: fields.count, used: [], idle: [])))
      throw error
    }
  }

  private mutating func take(
    _ fields: [String], _ line: Int, _ columns: ObservationColumns, _ form: TableReader.Form
  ) throws {
    do {
      let numbers = NumberReader(
        unit: kpi.unit, commas: form.delimiter == .semicolon ? .unclear : .thousands)
      try observations.add(
        columns.observation(fields, kpi.cadence, dates, numbers), line: line)
    } catch let fault as ObservationLineFault { unreadable.append((line, fault)) }
  }

  /// Numbers in another unit than the KPI's are never taken for its own.
  private func checkUnit(of column: String) throws {
    guard let unit = ColumnName.unit(ofHeader: column),
      HeaderUnit(unit)?.fits(kpi.unit) == false
    else { return }
    throw ColumnFault.otherUnit(column: column, unit: unit, wanted: kpi.unit)
  }

  mutating func end(_ tell: (ObservationsNews) -> Void) throws -> ImportedObservations {
    if !request.isDryRun, !request.isAtomic || unreadable.isEmpty {
      tell(.writing(observations.waiting))
      try observations.write(isWhole: request.isAtomic) { tell(.written($0)) }
    }
    let byRule = observations.refused.map { ($0.line, ObservationLineFault.rule($0.refusal)) }
    return ImportedObservations(
      kpi: kpi.reference, isDryRun: request.isDryRun,
      recorded: request.isDryRun ? observations.waiting : observations.added,
      known: observations.known, refused: (unreadable + byRule).sorted { $0.0 < $1.0 })
  }
}

import Bilingual
import CanonicalJSON
import CivilTime
import Presentation
import ReadModels
import Tables
import Terminal
import Tracker
import Wording

/// A file of observations of one KPI on its way into the log. All its lines are looked at before
/// the first is recorded.
struct ObservationFile {
  private let kpi: KPIRow
  private let desk: Desk
  private let dates: DateReader
  private let isDryRun: Bool
  /// Nothing is recorded if a line is refused.
  private let isAtomic: Bool
  private var observations: ObservationImport
  /// Lines that hold no observation.
  private var unreadable: [(line: Int, text: RefusalText)] = []
  /// Nil before the first line.
  private var columns: ObservationColumns?

  init(
    of kpi: KPIRow, _ desk: Desk, _ dates: DateReader, isDryRun: Bool, isAtomic: Bool
  ) throws {
    (self.kpi, self.desk, self.isDryRun, self.isAtomic) = (kpi, desk, isDryRun, isAtomic)
    self.dates = dates
    observations = try ObservationImport(of: kpi.reference, desk.tracker)
  }

  /// Takes the file's lines, tells the outcome, and ends with status 65 if lines were refused.
  consuming func run(on file: TableFile) throws {
    try file.read { try take($0, $1) }
    if !isDryRun, !isAtomic || unreadable.isEmpty { try write() }
    tell()
    if !refused.isEmpty { throw ExitStatus(code: .dataError) }
  }

  private mutating func take(_ row: TableRow, _ form: TableReader.Form) throws {
    switch row {
    case .fault(let line, let fault): refuse(line, fault.words(in: form.encoding))
    case .record(let line, let fields):
      guard let columns else {
        let header = try header(of: fields, form)
        let found = header ?? ObservationColumns()
        if header != nil { try checkUnit(of: fields[found.value]) }
        columns = found
        let words = found.words(form, columns: fields.count)
        desk.answer.console.note(safe(words(desk.answer.language)))
        return header == nil ? try take(fields, line, found, form) : ()
      }
      try take(fields, line, columns, form)
    }
  }

  private func header(
    of fields: [String], _ form: TableReader.Form
  ) throws -> ObservationColumns? {
    do { return try ObservationColumns(header: fields, of: kpi, today: desk.today) } catch {
      desk.answer.console.note(
        safe(form.words(columns: fields.count)(desk.answer.language)))
      throw error
    }
  }

  private mutating func take(
    _ fields: [String], _ line: Int, _ columns: ObservationColumns, _ form: TableReader.Form
  ) throws {
    do {
      let observation = try ObservationLine.read(
        fields, by: columns, kpi.cadence, dates,
        NumberReader(
          unit: kpi.unit, commas: form.delimiter == .semicolon ? .unclear : .thousands))
      try observations.add(observation, line: line)
    } catch let error as ObservationLine.FieldCount {
      let hasNoValue = fields.count > columns.period && fields.count <= columns.value
      refuse(line, hasNoValue ? Self.noValue : Self.fieldCount(error.found))
    } catch let error as DeskError {
      unreadable.append((line, error.text(in: desk.answer.language)))
    }
  }

  /// Numbers in another unit than the KPI's are never taken for its own.
  private func checkUnit(of column: String) throws {
    guard let unit = ColumnName.unit(ofHeader: column),
      HeaderUnit(unit)?.fits(kpi.unit) == false
    else { return }
    throw ColumnFault.otherUnit(column: column, unit: unit, wanted: kpi.unit)
  }

  private mutating func write() throws {
    var bar = ProgressBar(
      label: desk.answer.say("Observations", "実績値"), total: observations.waiting,
      language: desk.answer.language)
    defer { bar.finish() }
    try observations.write(isWhole: isAtomic) { bar.update($0) }
  }
}

extension ObservationFile {
  private mutating func refuse(_ line: Int, _ reason: Phrase) {
    unreadable.append((line, RefusalText(refused: reason(desk.answer.language), next: [])))
  }

  private static let noValue = Phrase(
    en: "The value is empty; a line has a period, a value and perhaps a denominator.",
    ja: "値が空です。1行には期間、値、必要に応じて母数を書きます。")

  private static func fieldCount(_ found: Int) -> Phrase {
    Phrase(
      en: "A line has a period, a value and perhaps a denominator; here "
        + (found == 1 ? "is 1 field." : "are \(found) fields."),
      ja: "1行には期間、値、必要に応じて母数を書きます。この行の項目は \(found) 個です。")
  }

  /// By line.
  private var refused: [(line: Int, text: RefusalText)] {
    let byRule = observations.refused.map { ($0.line, $0.refusal.text(in: desk.answer.language)) }
    return (unreadable + byRule).sorted { $0.line < $1.line }
  }

  /// Recorded, or what would be.
  private var recorded: Int { isDryRun ? observations.waiting : observations.added }

  private func tell() {
    for (line, text) in refused {
      let step = text.next.first.flatMap { step in step.command.map { "\(step.label):  \($0)" } }
      let head = desk.answer.say("line \(line): ", "\(line) 行目: ")
      desk.answer.console.note(
        DisplayText.block(
          ([head + text.refused, step.map { "  " + $0 }].compactMap(\.self))
            .joined(separator: "\n")))
    }
    desk.answer.give(json: json) { [summary] }
  }

  private var summary: String {
    let verb =
      isDryRun
      ? desk.answer.say("would be recorded", "記録できます") : desk.answer.say("recorded", "記録しました")
    return desk.answer.say(
      "\(kpi.reference): \(recorded) \(verb), \(observations.known) known already, \(refused.count) refused.",
      "\(kpi.reference): \(recorded)件を\(verb)（記録済み\(observations.known)件、エラー\(refused.count)件）。")
  }

  private var json: JSON {
    [
      "id": .string("\(kpi.reference)"), "dryRun": JSON(isDryRun), "recorded": JSON(recorded),
      "known": JSON(observations.known),
      "refused": .array(
        refused.map { ["line": JSON($0.line), "error": .string($0.text.refused)] }),
    ]
  }
}

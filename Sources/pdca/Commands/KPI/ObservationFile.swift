import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import ReadModels
import Terminal
import Tracker
import Wording

/// Records many observations of one KPI. A line that is refused doesn't keep the others out, and
/// running it again adds nothing.
struct ObservationImport {
  private let kpi: KPIRow
  private let desk: Desk
  private let isDryRun: Bool
  private let state: KPI
  /// By period: in force, and as first recorded.
  private var inForce: [LocalDate: Observation] = [:]
  private var first: [LocalDate: Observation] = [:]
  private var added = 0
  /// Lines whose observation was there already.
  private var known = 0
  private var refused: [(line: Int, text: RefusalText)] = []

  init(of kpi: KPIRow, _ desk: Desk, isDryRun: Bool) throws {
    (self.kpi, self.desk, self.isDryRun) = (kpi, desk, isDryRun)
    state = try desk.tracker.load(KPI.self, from: "kpi-\(kpi.code)", of: kpi.department).state
    let rows = try desk.tracker.read {
      try KPIQueries.observations(of: kpi.reference, in: desk.session)
    }
    for row in rows {
      inForce[row.period] = row.observation
      first[row.period] = Observation(
        period: row.period, value: row.firstValue, denominator: row.firstDenominator)
    }
  }

  /// Takes the file's lines, tells the outcome, and ends with status 65 if lines were refused.
  consuming func run(on path: String) throws {
    let rows = CSVReader.rows(of: try InputFile.bytes(path), fieldCount: .any)
    for (index, row) in rows.enumerated() { try take(row, isFirst: index == 0) }
    tell()
    if !refused.isEmpty { throw ExitStatus(code: .dataError) }
  }

  private mutating func take(_ row: CSVRow, isFirst: Bool) throws {
    switch row {
    case .fault(let line, let fault):
      refuse(line, Phrase(en: fault.text(.english), ja: fault.text(.japanese)))
    case .record(let line, let fields):
      if isFirst, ObservationLine.isHeader(fields) { return }
      do {
        let observation = try ObservationLine.read(fields, kpi.cadence, today: desk.today)
        try take(observation)
      } catch let error as ObservationLine.FieldCount {
        refuse(line, Self.fieldCount(error.found))
      } catch let error as DeskError {
        refused.append((line, error.text(in: desk.answer.language)))
      } catch let refusal as KPIRefusal {
        refused.append((line, refusal.text(in: desk.answer.language)))
      }
    }
  }

  private mutating func take(_ observation: Observation) throws {
    let period = observation.period
    if inForce[period] == observation || first[period] == observation {
      known += 1
      return
    }
    if isDryRun { try judge(observation) } else { try record(observation) }
    inForce[period] = observation
    added += 1
  }

  /// What recording it would say.
  private func judge(_ observation: Observation) throws {
    let setting = desk.setting
    _ = try state.decide(
      .record(observation),
      knowing: KPIFacts(kpi: kpi.reference, recorded: inForce[observation.period]),
      in: Circumstances(
        department: kpi.department, actor: setting.actor,
        actorIsMachine: setting.actorIsMachine, occurredAt: setting.now, today: setting.today,
        people: setting.people))
  }

  private func record(_ observation: Observation) throws {
    let text = "\(kpi.reference) \(Domain.KPICommand.record(observation).content.canonical)"
    let id = try LogWriter.identities(
      of: [text], in: kpi.department.rawValue, session: desk.session)[0].id
    _ = try desk.tracker.kpi(
      .record(observation), on: kpi.reference,
      Order(kpi.department, commandID: id, commutes: true))
  }
}

extension ObservationImport {
  private mutating func refuse(_ line: Int, _ reason: Phrase) {
    refused.append((line, RefusalText(refused: reason(desk.answer.language), next: [])))
  }

  private static func fieldCount(_ found: Int) -> Phrase {
    Phrase(
      en: "A line has a period, a value and perhaps a denominator; here are \(found) fields.",
      ja: "1行には期間、値、必要に応じて母数を書きます。この行の項目は \(found) 個です。")
  }

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
      "\(kpi.reference): \(added) \(verb), \(known) known already, \(refused.count) refused.",
      "\(kpi.reference): \(added)件を\(verb)（記録済み\(known)件、エラー\(refused.count)件）。")
  }

  private var json: JSON {
    [
      "id": .string("\(kpi.reference)"), "dryRun": JSON(isDryRun), "recorded": JSON(added),
      "known": JSON(known),
      "refused": .array(
        refused.map { ["line": JSON($0.line), "error": .string($0.text.refused)] }),
    ]
  }
}

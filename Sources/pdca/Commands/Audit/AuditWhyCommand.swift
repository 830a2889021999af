import ArgumentParser
import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Postgres
import ReadModels
import Terminal
import Tracker

struct AuditWhyCommand: DeskCommand {
  static var configuration: CommandConfiguration {
    .of(
      "why", "Why something was decided: by whom, knowing what, after what, and what followed.",
      "決定の経緯を示します。誰が、何を知った上で、何を受けて決め、その後どうなったか。",
      examples: [
        "pdca audit why SALES-12", "pdca audit why SALES-2026-W47.1", "pdca audit why SALES@120",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: help(
      "An item (its last decision), a decision, or an event.", "対象 (最後の決定)、決定事項、またはイベント。"))
  var id: String

  func run(at desk: Desk) throws {
    let decided = try DecidedEvent(desk.subject(id), desk)
    let moment = try desk.moment(before: decided)
    let known = try desk.session.rehearsal { _ in
      try KnownThen(for: decided, desk.at(moment))
    }
    let sheet = WhySheet(
      decided: decided, moment: moment, known: known, links: try EventLinks(of: decided, desk))
    desk.answer.give(json: sheet.json(desk)) { sheet.lines(desk) }
  }
}

extension Desk {
  /// What was recorded before the decision: of its own department all events before it, of others
  /// those recorded by then.
  fileprivate func moment(before decided: DecidedEvent) throws -> Moment {
    let event = decided.event
    guard let home = DepartmentCode(event.department) else {
      throw DeskError.unknown(.department, text: event.department, candidates: [])
    }
    var positions = try positions(recordedBy: event.recordedAt)
    positions[home] = decided.before
    return Moment(
      recorded: .init(at: event.recordedAt, name: .position("\(home)@\(decided.before)")),
      positions: positions)
  }
}

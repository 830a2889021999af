import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DesignScheduleCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "schedule", "Schedule a session of an approved design.", "承認済みの研修設計にセッションを登録します。",
      examples: [
        "pdca design schedule HQ-D2 'Joint session' --on 2026-12-01 --for executive --for promoter",
        "pdca design schedule HQ-D2 'Field day' --on 2026-12-08 --for field --item 1 --item 2",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var repetition: RepeatOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Argument(help: help("The session's title.", "セッションの題名。")) var title: String?
  @Option(help: help("The session's day.", "実施日。")) var on: String
  @Option(
    name: .customLong("for"), help: help("Layer it is for; may be repeated.", "対象の階層 (複数指定可)。"))
  var layers: [Layer] = []
  @Option(help: help("Number of an item it teaches; may be repeated.", "扱う項目の番号 (複数指定可)。"))
  var item: [Int] = []
  @Option(help: help("Why the field comes before its leaders.", "現場を先に行う理由。"))
  var override: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let title = try title ?? desk.ask(.title, "<title>", desk.answer.say("Title", "題名"))
    let day = try desk.date(on, "--on")
    let outcome = try desk.tracker.design(
      .schedule(
        SessionPlan(
          date: day, layers: layers, title: title, items: item, overrideReason: override)),
      on: id, desk.order(in: id.department, repetition))
    let number = outcome.scheduled.map { " \($0)" } ?? ""
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(
        en: "Session\(number) of \(id) is scheduled for \(day).",
        ja: "\(id) のセッション\(number)を \(day) に登録しました。"))
  }
}

extension Outcome<DesignEvent> {
  /// The number of the session that it scheduled.
  fileprivate var scheduled: Int? {
    guard case .sessionScheduled(let session) = events.first else { return nil }
    return session.number
  }
}

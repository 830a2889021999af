import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import ReadModels

struct DesignAddCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "add", "Add an item to a draft.", "起案中の研修設計に項目を追加します。",
      examples: ["pdca design add HQ-D2 'Checking a draft' --reason SALES-L3"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Argument(help: help("The item's title.", "項目の題名。")) var title: String?
  @Option(
    help: help("Why: id of a lesson, KPI, issue or session; may be repeated.", "理由となる ID (複数指定可)。"))
  var reason: [String] = []

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    for case let item? in reason.map({ ItemID($0.halfWidth) }) {
      _ = try desk.known("\(item)", item.kind)
    }
    let title = try title ?? desk.ask(.title, "<title>", desk.answer.say("Title", "題名"))
    let waiting = try desk.office.lessonsWaiting().map(\.id)
    let name = try desk.name(of: id)
    let outcome = try desk.office.record(
      .addItem(DesignItemDraft(title: title, reasons: reason)), on: id,
      desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", name: name.phrase,
      Phrase(
        en: "Added to \(name.en): \(title).", ja: "\(name.ja)に項目「\(title)」を追加しました。"),
      next: next(id, outcome.events, waiting.filter { reason.contains("\($0)") }))
  }

  /// The answers that lessons named as reasons still want; else a look at the design.
  private func next(_ id: ItemID, _ events: [DesignEvent], _ lessons: [ItemID]) -> [Phrase] {
    guard case .itemAdded(let item) = events.first, !lessons.isEmpty else {
      return [Phrase(both: "pdca design show \(id)")]
    }
    return lessons.map {
      Phrase(both: "pdca design incorporate \(id) \($0) --item \(item.number)")
    }
  }
}

struct DesignRemoveCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "remove", "Remove an item from a draft.", "起案中の研修設計から項目を外します。",
      examples: ["pdca design remove HQ-D2 3 --reason 'Taught in spring'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Argument(help: help("The item's number.", "項目の番号。")) var item: Int
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let names = try DesignNames(id, desk)
    let outcome = try desk.office.record(
      .removeItem(number: item, reason: reason), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", name: names.design.phrase,
      Phrase(
        en: "\(names.item(item).en) of \(names.design.en) is removed.",
        ja: "\(names.design.ja)の\(names.item(item).ja)を外しました。"))
  }
}

struct DesignIncorporateCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "incorporate", "Take a lesson up into an item.", "教訓を項目に反映します。",
      examples: ["pdca design incorporate HQ-D2 SALES-L3 --item 1"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Argument(help: help("The lesson.", "教訓の ID。"), completion: .ids(.lessons)) var lesson: String
  @Option(help: help("The item's number.", "項目の番号。")) var item: Int

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let lesson = try desk.known(lesson, .lesson)
    let (name, names) = (try desk.name(of: lesson), try DesignNames(id, desk))
    let outcome = try desk.office.record(
      .incorporate(lesson: lesson, item: item), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", name: names.design.phrase,
      Phrase(
        en: "\(name.en) is taken up: \(names.item(item).en) of \(names.design.en).",
        ja: "教訓 \(name.ja)を\(names.design.ja)の\(names.item(item).ja)に反映しました。"))
  }
}

struct DesignDeclineCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "decline", "Decline a lesson for a design, with the reason.", "理由を添えて、教訓の反映を見送ります。",
      examples: ["pdca design decline HQ-D2 SALES-L3 --reason 'Too special for a course'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Argument(help: help("The lesson.", "教訓の ID。"), completion: .ids(.lessons)) var lesson: String
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let lesson = try desk.known(lesson, .lesson)
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let (name, design) = (try desk.name(of: lesson), try desk.name(of: id))
    let outcome = try desk.office.record(
      .declineLesson(lesson: lesson, reason: reason), on: id,
      desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", name: design.phrase,
      Phrase(
        en: "\(name.en) is declined for \(design.en).",
        ja: "\(design.ja)で教訓 \(name.ja)の反映を見送りました。"))
  }
}

struct DesignApproveCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "approve", "Approve a draft; no validated lesson for training may wait.",
      "研修設計を承認します。研修向けの検証済み教訓が残っていると承認できません。",
      examples: ["pdca design approve HQ-D2 --note 'For the winter term'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Option(help: help("A note.", "メモ。")) var note: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let name = try desk.name(of: id)
    let outcome = try desk.office.record(
      .approve(note: note), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", name: name.phrase,
      Phrase(en: "\(name.en) is approved.", ja: "\(name.ja)を承認しました。"),
      next: [
        Phrase(
          en: "pdca design schedule \(id) \"<title>\" --on <date> --for <layer>",
          ja: "pdca design schedule \(id) \"<題名>\" --on <日付> --for <階層>")
      ])
  }
}

import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import Reviews
import Terminal

struct DesignDraftCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "draft", "Draft a training design; what the records suggest is proposed.",
      "研修設計を起案します。記録から項目の候補も提示します。",
      examples: [
        "pdca design draft 'Winter course' --for executive --for promoter --item 'Prompt basics'",
        "pdca design draft '冬期研修' --for field --propose",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The title.", "題名。")) var title: String?
  @Option(
    name: .customLong("for"),
    help: help("Layer it is for: executive, promoter, field; may be repeated.", "対象の階層 (複数指定可)。"))
  var audience: [Layer] = []
  @Option(help: help("Title of an item; may be repeated.", "項目の題名 (複数指定可)。"))
  var item: [String] = []
  @Flag(help: help("Take up everything that is proposed.", "候補をすべて項目に加えます。"))
  var propose = false

  func run(at desk: Desk) throws {
    let title = try title ?? desk.ask(.title, "<title>", desk.answer.say("Title", "題名"))
    let proposals = try desk.office.designProposals()
    let own = item.map { DesignItemDraft(title: $0) }
    let taken = propose ? proposals.map { DesignItemDraft($0, desk.answer.language) } : []
    let (id, outcome) = try desk.office.draft(
      title, for: audience, items: own + taken, desk.order(in: desk.setting.head, writing))
    desk.answer.drafted(id, title, outcome, proposals, taken: propose, ownItems: own.count)
  }
}

extension Answer {
  fileprivate func drafted(
    _ id: ItemID, _ title: String, _ outcome: Outcome<DesignEvent>,
    _ proposals: [DesignProposal], taken: Bool, ownItems: Int
  ) {
    give(json: outcome.json(drafted: id, proposals, taken: taken)) {
      lines(id, title, outcome, proposals, taken, ownItems)
    }
  }

  private func lines(
    _ id: ItemID, _ title: String, _ outcome: Outcome<DesignEvent>,
    _ proposals: [DesignProposal], _ taken: Bool, _ ownItems: Int
  ) -> [String] {
    let name = ItemName(id, title: title)
    let items = ownItems + (taken ? proposals.count : 0)
    return [
      say(
        "\(name.en) is drafted with \(items) \(items == 1 ? "item" : "items").",
        "研修設計 \(name.ja)を起案しました（項目\(items)件）。")
    ]
      + (outcome.repeated
        ? [say("It had been recorded before; nothing was added.", "すでに記録済みのため、追加はありません。")] : [])
      + proposals.flatMap { lines($0, into: id, taken: taken) } + [
        say("Next:  ", "次の手順:  ") + next(id, proposals, items, taken)(language)
      ]
  }

  /// What is accepted next: an approval wants an item, and an answer to every lesson that waits.
  private func next(
    _ id: ItemID, _ proposals: [DesignProposal], _ items: Int, _ taken: Bool
  ) -> Phrase {
    if items == 0 {
      return proposals.first?.commands(into: id, item: nil).first
        ?? Phrase(en: "pdca design add \(id) \"<title>\"", ja: "pdca design add \(id) \"<題名>\"")
    }
    guard !taken, let lesson = proposals.first(where: { $0.source == .lesson }) else {
      return Phrase(both: "pdca design approve \(id)")
    }
    return lesson.commands(into: id, item: 1)[0]
  }

  /// A proposal, why, and, unless it is taken up, the commands that do.
  private func lines(_ proposal: DesignProposal, into id: ItemID, taken: Bool) -> [String] {
    let head = taken ? say("Taken up", "反映") : say("Proposed", "候補")
    let title = proposal.title(language)
    let lines = layout.bullets([
      Cell("\(head): \(title) (\(proposal.reason)) – \(proposal.why(language))")
    ])
    if taken { return lines }
    return lines + proposal.commands(into: id, item: nil).map { "    " + $0(language) }
  }
}

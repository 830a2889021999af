import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Terminal
import Wording

struct ReviewShowCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "show", "Show a review's acts: snapshot, decisions, what was carried over, closing.",
      "レビューの記録 (対象、決定事項、持ち越し、終了) を表示します。",
      examples: ["pdca review show SALES-2026-W47"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The review.", "レビューの ID、または期間。"), completion: .ids(.reviews)) var review:
    String

  func run(at desk: Desk) throws {
    let id = try desk.review(review, in: department)
    let story = try desk.office.story(of: id, Sealing.usual)
    let (detail, reprint, seal) = (story.detail, story.reprint, story.seal)
    desk.answer.give(json: story.json) {
      ReviewActs(detail, reprint, seal, desk).lines
    }
  }
}

/// A review's acts as text.
private struct ReviewActs {
  let detail: ReviewDetail
  let reprint: Reprint?
  /// Nil for a review that is open or looked at in the past.
  let seal: ReviewSeal?
  let desk: Desk
  private var answer: Answer { desk.answer }

  init(_ detail: ReviewDetail, _ reprint: Reprint?, _ seal: ReviewSeal?, _ desk: Desk) {
    self.detail = detail
    self.reprint = reprint
    self.seal = seal
    self.desk = desk
  }

  var lines: [String] {
    let layout = answer.layout
    return layout.heading("\(detail.review.id)") + facts.lines(layout)
      + part(answer.say("Decisions", "決定事項"), detail.decisions.map(line))
      + part(answer.say("Carried over", "持ち越し"), detail.carried.map(line))
      + part(answer.say("Addenda", "追記"), detail.addenda.map(line))
      + part(
        answer.say("Made again from the log", "記録からの再現"),
        [reprint?.verdict(answer.language) ?? elsewhere].compactMap(\.self))
  }

  /// On a standby.
  private var elsewhere: String? {
    guard desk.office.asOf == nil, detail.review.snapshotHash != nil else { return nil }
    return Why.knownElsewhere(answer.language)
  }

  private func part(_ title: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    return [""] + answer.layout.heading(title) + answer.layout.bullets(items.map { Cell($0) })
  }

  private var facts: KeyValueBlock {
    let row = detail.review
    var block = KeyValueBlock()
    block.add(answer.say("Days", "期間"), Cell("\(row.firstDay) – \(row.lastDay)"))
    block.add(answer.say("Opened", "開始"), Cell(desk.made(row.openedAt, by: row.openedBy)))
    let positions = row.snapshotPositions.sorted { $0.key < $1.key }.map { "\($0.key)@\($0.value)" }
    block.add(
      answer.say("Looked at", "対象の記録"), Cell(positions.joined(separator: answer.say(", ", "、"))))
    if let profile = row.profile, let version = row.profileVersion {
      block.add(answer.say("Rules", "ルール"), Cell("\(profile) \(version)"))
    }
    if let hash = row.snapshotHash {
      block.add(answer.say("Report's hash", "内容のハッシュ"), Cell(hash))
    }
    return closing(block)
  }

  private func closing(_ block: KeyValueBlock) -> KeyValueBlock {
    var block = block
    guard let at = detail.review.closedAt, let by = detail.review.closedBy else {
      block.add(answer.say("State", "状態"), Cell(answer.say("open", "開催中"), .warn))
      return block
    }
    block.add(answer.say("Closed", "終了"), Cell(desk.made(at, by: by)))
    if let note = detail.review.closingNote { block.add(answer.say("Note", "メモ"), Cell(note)) }
    if let hash = detail.review.closingHash {
      block.add(answer.say("Closing hash", "終了時のハッシュ"), Cell(hash))
    }
    seal?.add(to: &block, desk)
    return block
  }

  private func line(_ row: ReviewDecisionRow) -> String {
    let state =
      row.doneAt.map { answer.say("done \(desk.day($0))", "\(desk.day($0))完了") }
      ?? row.withdrawnAt.map {
        answer.say(
          "withdrawn \(desk.day($0)): \(row.withdrawnReason ?? "")",
          "\(desk.day($0))取り下げ: \(row.withdrawnReason ?? "")")
      }
      ?? answer.say(
        "due \(row.dueNow.prose(answer.language))", "期限\(row.dueNow.prose(answer.language))")
    return answer.say(
      "\(row.id) \(row.decision) (\(desk.names(row.owner)), \(state))",
      "\(row.id) \(row.decision)（\(desk.names(row.owner))、\(state)）")
  }

  private func line(_ row: ReviewCarryRow) -> String {
    answer.say(
      "\(row.decision) to \(row.due.prose.en): \(row.reason)",
      "\(row.decision) → \(row.due.prose.ja): \(row.reason)")
  }

  private func line(_ row: ReviewAddendumRow) -> String {
    answer.say(
      "\(row.addendum) (\(desk.made(row.madeAt, by: row.madeBy)))",
      "\(row.addendum)（\(desk.made(row.madeAt, by: row.madeBy))）")
  }
}

import Bilingual
import Domain
import ReadModels
import Terminal
import Wording

extension CycleSheet {
  /// Lines under a heading, after an empty line; none without lines.
  func section(
    _ desk: Desk, _ title: (String, String), _ lines: [String], if isShown: Bool = true
  ) -> [String] {
    guard isShown, !lines.isEmpty else { return [] }
    return [""] + desk.answer.layout.heading(desk.answer.say(title.0, title.1)) + lines
  }

  func checkBlock(_ desk: Desk) -> KeyValueBlock {
    var block = KeyValueBlock()
    detail.cycle.addCheck(background, to: &block, numbers, desk.answer)
    addWho(detail.cycle.checkedBy, detail.cycle.checkedAt.map(desk.moment), to: &block, desk)
    return block
  }

  func decisionBlock(_ desk: Desk) -> KeyValueBlock {
    let (say, cycle) = (desk.answer.say, detail.cycle)
    var block = KeyValueBlock()
    guard let choice = cycle.choice else { return block }
    block.add(say("  Choice", "  判断"), Cell(choice.words(desk.answer.language)))
    block.add(say("  Why", "  理由"), Cell(cycle.why ?? ""))
    if cycle.isAdoptedAgainstVerdict {
      block.add(
        say("  Override", "  判定との関係"),
        Cell(say("adopted although missed", "予測は未達、理由を示して採用"), .warn))
    }
    addWho(cycle.actedBy, cycle.actedAt.map(desk.moment), to: &block, desk)
    return block
  }

  private func addWho(
    _ account: Account?, _ moment: String?, to block: inout KeyValueBlock, _ desk: Desk
  ) {
    guard let account, let moment else { return }
    block.add(desk.answer.say("  By", "  実施者"), Cell("\(desk.names(account)), \(moment)"))
  }

  func amendments(_ desk: Desk) -> [String] {
    let items = detail.amendments.map { row in
      Cell(
        "\(desk.moment(row.amendedAt)) \(desk.names(row.amendedBy)): \(row.words(desk.answer.language))"
      )
    }
    return section(
      desk, ("Amendments", "計画の変更"), desk.answer.layout.bullets(items, indent: 2))
  }

  func obstacles(_ desk: Desk) -> [String] {
    let items = detail.obstacles.map {
      Cell("\(desk.moment($0.reportedAt)) \(desk.names($0.reportedBy)): \($0.obstacle)")
    }
    return section(desk, ("Obstacles", "障害"), desk.answer.layout.bullets(items, indent: 2))
  }

  func practices(_ desk: Desk) -> [String] {
    let items = detail.practices.map { row in
      Cell(row.practice + (row.link.map { " (\($0))" } ?? ""))
    }
    return section(desk, ("Standard", "標準"), desk.answer.layout.bullets(items, indent: 2))
  }

  func lessons(_ desk: Desk, _ title: (String, String), _ ids: [ItemID]) -> [String] {
    let items = ids.map { id in
      Cell("\(id) \(lessons.first { $0.id == id }?.title ?? "")")
    }
    return section(desk, title, desk.answer.layout.bullets(items, indent: 2))
  }

  func actions(_ desk: Desk) -> [String] {
    guard !detail.actions.isEmpty else { return [] }
    let say = desk.answer.say
    var table = Table([
      .init(say("Entry", "記録番号"), align: .right, minimumWidth: 3, priority: 2),
      .init(say("When", "日時"), minimumWidth: 16, priority: 2),
      .init(say("By", "実施者"), minimumWidth: 6, priority: 1),
      .init(say("Time", "所要"), align: .right, minimumWidth: 4, priority: 2),
      .init(say("Action", "実施内容"), minimumWidth: 20, overflow: .wrap),
    ])
    for row in detail.actions { table.add(cells(row, desk)) }
    return section(
      desk, ("Actions", "実施内容"), table.lines(desk.answer.layout) + earlierActions(desk))
  }

  /// That there are more, and how to see them; none where all are shown.
  private func earlierActions(_ desk: Desk) -> [String] {
    let (shown, all) = (detail.actions.count, detail.cycle.actions)
    guard all > shown else { return [] }
    let counts = [shown, all].map(NumberText.whole)
    return desk.answer.layout.paragraph(
      desk.answer.say(
        "The latest \(counts[0]) of \(counts[1]); for all:  pdca log \(detail.cycle.id)",
        "全\(counts[1])件のうち最新\(counts[0])件です。すべて見る:  pdca log \(detail.cycle.id)"), indent: 2)
  }

  private func cells(_ row: ActionRow, _ desk: Desk) -> [Cell] {
    let withdrawn = row.withdrawnReason.map {
      desk.answer.say(" [withdrawn: \($0)]", " [取り消し: \($0)]")
    }
    let link = row.link.map { " (\($0))" } ?? ""
    return [
      Cell("\(row.version)"), Cell(desk.moment(row.occurredAt)), Cell(row.actedBy),
      Cell(row.minutes.map { desk.answer.say("\($0) min", "\($0)分") } ?? ""),
      Cell(row.text + link + (withdrawn ?? ""), withdrawn == nil ? nil : .dim),
    ]
  }
}

extension CycleAmendmentRow {
  var amendment: PlanAmendment {
    PlanAmendment(
      title: title, change: change, predicted: predicted, windowStart: windowFirst,
      windowEnd: windowLast, due: due, owner: owner, reason: reason, predictedLow: predictedLow,
      predictedHigh: predictedHigh)
  }

  fileprivate func words(_ language: Language) -> String {
    let changes = amendment.changes.map { $0(language) }
    return language.choose(
      "\(changes.joined(separator: ", ")) (\(reason))",
      "\(changes.joined(separator: "、"))（\(reason)）")
  }
}

extension Phrase {
  /// Ids in a row.
  static func list(_ ids: [some CustomStringConvertible], _ answer: Answer) -> String {
    ids.map(\.description).joined(separator: answer.say(", ", "、"))
  }
}

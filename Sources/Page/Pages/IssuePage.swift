import Bilingual
import Domain
import Office
import ReadModels
import Shapes
import Wording

extension PageReader {
  func issue(_ id: ItemID) throws -> PageContent {
    let row = try office.issue(id)
    return PageContent(
      "\(id) \(say("Issue", "課題"))", command: "pdca issue show \(id)\(asOfOption)",
      json: { row.json }, body: { issueBody(row) })
  }

  private func issueBody(_ row: IssueRow) -> HTML {
    let decided = row.decidedAt.flatMap { at in row.decidedBy.map { look.made(at, by: $0) } }
    let facts = HTML.facts([
      (say("To", "提起先"), .text("\(row.raisedTo.words(look.language))")),
      (say("Cycle", "ミニPDCA"), row.cycle.map { look.link($0) }),
      (say("Department", "部門"), look.link(row.department)),
      (say("Raised", "提起"), look.made(row.raisedAt, by: row.raisedBy)),
      (
        say("Decision", "決定事項"),
        row.decision.map { "<strong>\($0)</strong>" as HTML } ?? .text(say("none yet", "未決"))
      ),
      (say("Why", "理由"), .text(row.why)), (say("Decided", "決定"), decided),
    ])
    let decide: HTML =
      row.decidedAt == nil
      ? form { .section("entry", say("Decide it", "決定する"), Forms(look).decision(on: row.id)) }
      : .none
    return "<p class=\"lead\">\(row.issue)</p>\n" + facts + decide
      + .section(
        "further", say("Further", "関連"),
        .list([
          look.link(.why("\(row.id)"), say("What was known when it was decided", "決定の経緯")),
          look.link(.replay("\(row.id)"), say("Event by event", "記録を一件ずつたどる")),
        ]))
  }
}

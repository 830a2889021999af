import CanonicalJSON
import OperatingSystem
import Postgres

extension ReviewStory {
  /// What a review's January has no need of, so that every text that the log takes is there.
  func fillRest(_ pdca: CommandLineRunner) async throws {
    try writeFiles(pdca)
    for step in strategy + signals(pdca) + moreCycles(pdca) { try run(pdca, step) }
    for step in moreLessons + moreTraining { try run(pdca, step) }
    try await fillTraining(pdca)
    for step in worth + ending { try run(pdca, step) }
    try run(pdca, ["audit", "redact", try await lastObstacle(pdca), "--reason", t("A name")])
  }

  /// Thirteen calm weeks and one beyond all limits; an action of somebody without an account.
  private func writeFiles(_ pdca: CommandLineRunner) throws {
    let weeks = (42...52).map { "2025-W\($0)" } + ["2026-W01", "2026-W02"]
    let calm = weeks.enumerated().map { "\($1),\(10 + $0 % 2 * 2)\n" }.joined()
    try TextFile.replace("\(pdca.home)/errors.csv", with: "period,value\n\(calm)2026-W03,40\n")
    let action: JSON = [
      "department": "SALES", "time": "2026-01-07T10:00:00Z", "by": .string(t("A guest")),
      "text": .string(t("Watched")), "link": .string(t("wiki/1")),
    ]
    try TextFile.replace("\(pdca.home)/actions.ndjson", with: action.canonical + "\n")
    try TextFile.replace("\(pdca.home)/\(Self.fileName(t("notes")))", with: "Seen\n")
  }

  /// A text as a file may be called.
  static func fileName(_ text: String) -> String { text.replacing("/", with: "∕") }

  private func lastObstacle(_ pdca: CommandLineRunner) async throws -> String {
    let connection = try await Connection.open(pdca.target)
    let reference = try await connection.first(
      """
      SELECT department || '@' || "position" FROM log.event WHERE type = 'ObstacleReported'
      ORDER BY "position" DESC
      """
    ) { try $0.text(0) }
    await connection.close()
    return reference ?? ""
  }

  private var strategy: [[String]] {
    [
      ["department", "add", "WEST", "West"], ["department", "add", "EAST", "East"],
      ["vision", "declare", t("A day, not a week"), "--kpi", "SALES/hours"],
      ["value-area", "choose", t("Proposals"), t("Most hours")],
      ["policy", "set", t("On real work"), t("People who test")],
      [
        "policy", "revise", t("In pairs") + " 2", t("People who teach") + " 2", "--reason",
        t("Alone they stop"),
      ]
        + ["--review", "SALES-2026-W02"],
    ]
  }

  private func signals(_ pdca: CommandLineRunner) -> [[String]] {
    let signal = ["errors", "beyondLimit", "2026-W03"]
    return [
      ["kpi", "define", "errors", t("Errors"), "--unit", "h", "--direction", "down"],
      ["kpi", "record", "errors", "--csv", "\(pdca.home)/errors.csv"],
      ["kpi", "target", "errors", "9", "--reason", t("Agreed")],
      ["kpi", "rebase", "errors", t("Templates"), t("SALES-1 adopted"), "--on", "2025-W43"],
      ["kpi", "baseline", "errors", "2025-W43", "2026-W02", "--reason", t("Calm weeks")],
      ["kpi", "acknowledge"] + signal + [t("The office moved")],
      ["hypothesis", "propose"] + signal + [
        t("Moving"), "--evidence", "SALES@1", "--evidence", t("As told"),
      ],
      ["hypothesis", "test", "errors", "1", "accept", t("Boxes everywhere")],
      ["hypothesis", "propose"] + signal + [t("Weather") + " 2", "--evidence", "SALES@2"],
      ["hypothesis", "test", "errors", "2", "reject", t("It was mild")],
      ["kpi", "define", "old", t("Old"), "--unit", "h", "--direction", "down"],
      ["kpi", "retire", "old", "--reason", t("Replaced")],
    ]
  }

  private func moreCycles(_ pdca: CommandLineRunner) -> [[String]] {
    let plan = [
      "plan", t("More"), "--kpi", "hours", "--predict", "6", "--problem", t("Slow"), "--change",
      t("Drafts"), "--on", "2026-01-05", "--due", "2026-01-20",
    ]
    func act(_ cycle: String) -> [String] {
      ["do", cycle, t("Again"), "--link", t("wiki/2"), "--on", "2026-01-06"]
    }
    return [
      plan, plan, plan, act("SALES-4"), act("SALES-4"), act("SALES-6"),
      ["withdraw", "SALES-4", "2", "--reason", t("Twice")],
      ["cancel", "SALES-5", "--reason", t("The customer left")],
      ["check", "SALES-6", "--verdict", "partly", "--reason", t("A strike"), "--on", "2026-01-21"]
        + ["--file", "\(pdca.home)/\(Self.fileName(t("notes")))"],
      ["check", "SALES-2", "--not-measured", t("No system"), "--on", "2026-01-21"],
      ["amend", "SALES-3", "--title", t("Third") + " 2", "--change", t("Templates") + " 2"]
        + ["--reason", t("Clearer")],
      ["cycle", "standardise", "SALES-1", t("Review drafts"), "--link", t("wiki/3")],
      ["import", "actions", "\(pdca.home)/actions.ndjson"],
      ["issue", "raise", t("No room"), "--to", "promoter"],
      ["issue", "decide", "SALES-I3", t("The hall"), "--why", t("It is free")],
      ["obstacle", "SALES-3", t("A name")],
    ]
  }

  private var moreLessons: [[String]] {
    [
      ["lesson", "propose", "SALES-L1", t("Alike"), "--to", "WEST", "--to", "EAST"],
      ["lesson", "adopt", "SALES-L1", "-d", "WEST", "--note", t("At once")],
      ["lesson", "decline", "SALES-L1", "-d", "EAST", "--reason", t("No drafts")],
      ["lesson", "measure", "SALES-L1", "SALES/hours", "--before", "6", "--after", "5"]
        + ["--note", t("Three weeks"), "-d", "WEST"],
      ["lesson", "retire", "SALES-L2", "--reason", t("The same")],
    ]
  }

  private var moreTraining: [[String]] {
    [
      ["design", "draft", t("Advanced"), "--item", t("Checking"), "--for", "executive"]
        + ["--for", "field"],
      ["design", "add", "HQ-D2", t("Agents"), "--reason", t("Asked for")],
      ["design", "remove", "HQ-D2", "2", "--reason", t("Too soon")],
      ["design", "decline", "HQ-D2", "SALES-L1", "--reason", t("Taught in spring")],
      ["design", "approve", "HQ-D2", "--note", t("For the summer")],
      ["design", "schedule", "HQ-D2", t("Field day"), "--for", "field", "--item", "1"]
        + ["--override", t("The hall is free"), "--on", "2026-01-29"],
      ["design", "change", "HQ-D2", "1", "--cancel", "--reason", t("Too few")],
    ]
  }

  private var worth: [[String]] {
    [
      ["value", "set", "hours", "4000 JPY", "--basis", t("Wages"), "--from", "2026-01-01"],
      ["value", "set", "hours", "4200 JPY", "--basis", t("Wages"), "--from", "2026-01-01"]
        + ["--reason", t("Counted again")],
      ["value", "wage", "field", "3000 JPY", "--basis", t("Mean"), "--from", "2026-01-01"],
      ["value", "wage", "field", "3100 JPY", "--basis", t("Mean"), "--from", "2026-01-01"]
        + ["--reason", t("A rise")],
      ["value", "area", "hours", t("Proposals")],
      ["design", "evaluate", "HQ-D1", "1", "--level", "3", "--note", t("At work"), "--point"]
        + [t("People who test")],
      ["value", "subsidy", "HQ-D1", "1000 JPY", "--note", t("Decided")],
      ["value", "estimate", "HQ-D1", "hours", "sato", "--share", "50%", "--confidence", "80%"]
        + ["--note", t("As I see it")],
    ]
  }

  private var ending: [[String]] {
    [
      ["review", "open", "SALES-2026-W05", "--on", "2026-02-02"],
      ["review", "carry", "SALES-2026-W05", "SALES-2026-W02.3", "--due", "+1w"]
        + ["--reason", t("Waits for data")],
      ["review", "amend", "SALES-2026-W02.3", "--due", "+3w", "--reason", t("A strike")],
      ["review", "withdraw", "SALES-2026-W02.3", "--reason", t("No longer needed")],
      ["department", "close", "EAST", "--successor", "SALES", "--reason", t("Merged")],
      ["member", "grant", "sato", "reviewer"],
      ["member", "revoke", "sato", "reviewer", "--reason", t("New duties")],
      ["member", "leave", "sato", "--reason", t("Moved away")],
    ]
  }
}

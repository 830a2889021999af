/// A January in which something of everything happened, in two departments: reviews have all of
/// their sections to write.
struct ReviewStory {
  /// Stands in every field that takes text; nil for texts that tell of themselves.
  var text: String?
  /// Takes what every step answers in JSON.
  var book: AnswerBook?
  /// Told each step before it is taken.
  var before: ([String]) throws -> Void = { _ in }

  func fill(_ pdca: CommandLineRunner) async throws {
    let sato = try await pdca.acting(as: "sato")
    for step in organization + measuring + cycles { try run(pdca, step) }
    for step in learning + deciding { try run(pdca, step) }
    try run(
      sato, ["lesson", "validate", "SALES-L1", "--note", t("Seen"), "--on", "2026-01-23"])
    for step in training { try run(pdca, step) }
  }

  func run(_ pdca: CommandLineRunner, _ step: [String]) throws {
    try before(step)
    let run = try book?.run(pdca, step) ?? pdca.run(step + ["--no-input"])
    guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
  }

  func t(_ own: String) -> String { text ?? own }

  private var organization: [[String]] {
    [
      ["department", "add", "DEV", t("Development")],
      ["department", "rename", "SALES", t("Sales and service")],
      ["member", "add", "sato", "SALES", "promoter", "--on", "2025-12-01"],
    ]
  }

  private var measuring: [[String]] {
    [
      ["kpi", "define", "hours", t("Hours"), "--unit", text.map { String($0.prefix(20)) } ?? "h"]
        + ["--direction", "down"],
      ["kpi", "record", "hours", "5.5", "--on", "2026-W02"],
      ["kpi", "record", "hours", "4", "--on", "2026-W03"],
      ["kpi", "correct", "hours", "5", "--on", "2026-W03", "--reason", t("Counted twice")],
      ["kpi", "record", "hours", "9", "--on", "2025-W50"],
      ["kpi", "exclude", "hours", "2025-W50", "--reason", t("Office closed")],
    ]
  }

  private var cycles: [[String]] {
    let plan = [
      "--kpi", "hours", "--predict", "6", "--problem", t("Slow"), "--change", t("Drafts"),
    ]
    return [
      ["plan", t("First")] + plan + ["--on", "2026-01-05", "--due", "2026-01-20"],
      ["plan", t("Second")] + plan + ["--on", "2026-01-06", "--due", "2026-01-25"],
      ["plan", t("Third")] + plan + ["--on", "2026-01-07", "--due", "2026-03-25"],
      ["do", "SALES-1", t("One"), "--minutes", "75", "--on", "2026-01-06"],
      ["do", "SALES-2", t("Two"), "--minutes", "30", "--on", "2026-01-07"],
      ["do", "SALES-2", t("Three"), "--minutes", "1200", "--on", "2026-01-08"],
      ["obstacle", "SALES-2", t("Old data"), "--on", "2026-01-09"],
      ["amend", "SALES-3", "--change", t("Templates"), "--reason", t("Better")],
      ["check", "SALES-1", "--evidence", t("Both weeks"), "--note", t("Calm")]
        + ["--on", "2026-01-21"],
      ["act", "SALES-1", "adopt", t("Faster"), "--on", "2026-01-22"],
    ]
  }

  private var learning: [[String]] {
    let lesson = [
      "--cycle", "SALES-1", "--conditions", t("Any"), "--suggestion", t("Review drafts"),
      "--rationale", t("It held"), "--on", "2026-01-22",
    ]
    return [
      ["lesson", "draft", t("Reviewed drafts"), "--for-training"] + lesson,
      ["lesson", "draft", t("Another")] + lesson,
      ["issue", "raise", t("No data"), "--to", "promoter", "--on", "2026-01-07T00:00:00Z"],
      ["issue", "raise", t("No time"), "--to", "executive", "--on", "2026-01-08"],
      ["issue", "decide", "SALES-I1", t("Share it"), "--on", "2026-01-09T12:00:00Z"],
    ]
  }

  private var deciding: [[String]] {
    func decide(_ day: String, due: String) -> [String] {
      ["review", "decide", "SALES-2026-W02", t("Train"), "--owner", "sato", "--due", due]
        + ["--on", day]
    }
    return [
      ["review", "open", "SALES-2026-W02", "--on", "2026-01-12"],
      decide("2026-01-20T00:00:00Z", due: "2026-01-25"), decide("2026-01-20", due: "2026-03-01"),
      decide("2026-01-20T00:00:00Z", due: "2026-01-30"),
      ["review", "done", "SALES-2026-W02.1", "--note", t("Held"), "--on", "2026-01-22T00:00:00Z"],
      ["review", "close", "SALES-2026-W02", "--note", t("Agreed"), "--on", "2026-01-23"],
      ["review", "addendum", "SALES-2026-W02", t("Twelve, not ten")],
    ]
  }

  private var training: [[String]] {
    let layers = ["--for", "executive", "--for", "promoter", "--for", "field"]
    return [
      ["lesson", "propose", "SALES-L1", t("Alike"), "--to", "DEV", "--on", "2026-01-26"],
      ["lesson", "adopt", "SALES-L1", "-d", "DEV", "--on", "2026-01-30"],
      ["design", "draft", t("Basics"), "--item", t("Prompts"), "--on", "2026-01-08"] + layers,
      ["design", "incorporate", "HQ-D1", "SALES-L1", "--item", "1", "--on", "2026-01-24"],
      ["design", "approve", "HQ-D1", "--on", "2026-01-25"],
      ["design", "schedule", "HQ-D1", t("Joint day"), "--on", "2026-01-28", "--item", "1"] + layers,
      ["design", "attend", "HQ-D1", "1", "sato", "postgres"],
      ["design", "evaluate", "HQ-D1", "1", "--level", "1", "--note", t("Lively")],
      ["design", "cost", "HQ-D1", t("Lecturer"), "120000", "JPY", "--on", "2026-01-28"],
      concept(t("Minutes by assistant"), ["--on", "2026-01-29"], by: "2026-02-09"),
    ]
  }

  /// Drafts a concept with all that it can't do without.
  func concept(_ title: String, _ more: [String] = [], by day: String = "+1w") -> [String] {
    [
      "concept", "draft", title, "--task", t("Ten meetings"), "--ai", t("Writes them"),
      "--people", t("Correct them"), "--kpi", "hours", "--predict", "4", "--first-step",
      t("Try one"), "--by", day,
    ] + more
  }
}

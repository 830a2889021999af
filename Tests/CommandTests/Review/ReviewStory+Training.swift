import OperatingSystem

extension ReviewStory {
  /// What came of the training: concepts, one invested in and tried, and its subsidy's papers.
  func fillTraining(_ pdca: CommandLineRunner) async throws {
    let ito = try await pdca.acting(as: "ito")
    try TextFile.replace(receipt(pdca), with: "Paid\n")
    for step in drafting { try run(pdca, step) }
    for step in investing { try run(ito, step) }
    for step in [["concept", "start", "SALES-C2"]] + papers + times + money(pdca) {
      try run(pdca, step)
    }
  }

  private func receipt(_ pdca: CommandLineRunner) -> String {
    "\(pdca.home)/\(Self.fileName(t("receipt")))"
  }

  private var drafting: [[String]] {
    [
      ["member", "add", "ito", "HQ", "executive"],
      ["value-area", "choose", t("Offers") + " 3", t("Most customers")],
      concept(
        t("Offers by assistant"),
        [
          "--due", "+4w", "--value-area", t("Offers") + " 3", "--effort", t("Two days"), "--risk",
          t("Wrong prices"), "--data", t("Price lists"), "--session", "HQ-D1.1",
        ]),
      concept(t("Names by assistant")),
      ["propose", "decline", "SALES-1", "--kpi", "hours", "--reason", t("Other customers")],
    ]
  }

  private var investing: [[String]] {
    [
      ["concept", "choose", "SALES-C2", "--reason", t("Most hours")],
      ["concept", "decline", "SALES-C3", "--reason", t("Personal data")],
    ]
  }

  private var papers: [[String]] {
    [
      ["subsidy", "provider", "HQ-D1", t("Training house"), "--contracted", "2025-12-01"]
        + ["--reference", t("K-12"), "--story", t("Two offers")],
      ["subsidy", "curriculum", "HQ-D1", "--subject", t("Basics") + "=6h"]
        + ["--other", "general:\(t("Manners"))=1h"],
      ["subsidy", "state", "HQ-D1", "insured", "smallOrMedium", "--note", t("Seen")],
      ["subsidy", "state", "HQ-D1", "businessExpansion", "--no"],
      ["subsidy", "filed", "HQ-D1", "plan", "--day", "2025-12-20", "--reference", t("R-7")],
    ]
  }

  private var times: [[String]] {
    let day = ["HQ-D1", "1", "9:40-17:00", "--meal", "12:00-13:00", "--pause", "15:00-15:10"]
    return [
      ["subsidy", "hours", "HQ-D1", "9:00-18:00", "--break", "12:00-13:00"]
        + ["--off", "6", "--off", "7", "--holiday", "2026-01-12"],
      ["subsidy", "times"] + day, ["subsidy", "times"] + day + ["--held"],
      ["subsidy", "attend", "HQ-D1", "1", "sato", "postgres", "--from", "9:40", "--to", "17:00"],
      ["subsidy", "attend", "HQ-D1", "1", "sato", "--withdraw", "--reason", t("Left early")],
      ["subsidy", "attend", "HQ-D1", "1", "sato", "--from", "9:40", "--to", "12:00"],
    ]
  }

  private func money(_ pdca: CommandLineRunner) -> [[String]] {
    [
      ["subsidy", "expense", "HQ-D1", t("Fee"), "120000円", "--kind", "tuition"]
        + ["--paid", "2026-01-29", "--receipt", receipt(pdca)]
    ]
  }
}

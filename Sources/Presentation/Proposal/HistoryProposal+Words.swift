package import Bilingual
package import CanonicalJSON
import Domain
import ReadModels
package import Reviews
import Shapes
import Statistics
import Wording

extension TriedCycle.End {
  package var words: Phrase {
    switch self {
    case .met: Phrase(en: "met", ja: "達成")
    case .partly: Phrase(en: "partly met", ja: "一部達成")
    case .missed: Phrase(en: "missed", ja: "未達")
    case .notMeasured: Phrase(en: "not measured", ja: "未測定")
    case .cancelled: Phrase(en: "cancelled", ja: "取りやめ")
    case .unchecked: Phrase(en: "never checked", ja: "未評価のまま")
    }
  }
}

extension HistoryProposal.Rule {
  package var words: Phrase {
    switch self {
    case .sameKPI: Phrase(en: "tried on this KPI before", ja: "同じKPIでの実績")
    case .likeKPI:
      Phrase(
        en: "a like problem, on a KPI of the same unit and direction", ja: "単位と方向が同じKPIでの、似た困りごと")
    case .likeProblem: Phrase(en: "a like problem", ja: "似た困りごと")
    }
  }
}

extension HistoryProposal {
  /// What is proposed, in a line: the change of the leading case.
  package func headline(_ language: Language) -> String {
    language.choose(
      "\(kpi.reference): try what \(lead.id) did: \(lead.change ?? lead.title)",
      "\(kpi.reference): \(lead.id) の打ち手を試す: \(lead.change ?? lead.title)")
  }

  /// How many tried it, and what came of it.
  package var tally: Phrase {
    Phrase(
      en: "\(tried) tried, \(checked) checked, \(met) met their prediction",
      ja: "実施\(tried)件、評価済み\(checked)件、予測達成\(met)件")
  }

  /// Where the KPI is expected with the next cycle.
  package func expectation(_ language: Language) -> String {
    let numbers = NumberText(
      unit: kpi.unit, language: language, isProportion: kpi.measure == .proportion)
    guard let expected else {
      return language.choose(
        "Too few measured cases (\(measured) of \(Self.least)) to expect a figure.",
        "効果の見込みを示すには、測定済みの事例が不足しています（\(measured)件、\(Self.least)件以上必要）。")
    }
    let (low, high) = (numbers.computed(expected.low), numbers.computed(expected.high))
    let now = level.map(numbers.computed) ?? "–"
    return language.choose(
      "Expected with the next cycle: \(low) to \(high), 8 times out of 10 (now \(now)).",
      "次のミニPDCAでの見込み: \(low)〜\(high)（10回中8回の範囲。現在 \(now)）。")
  }

  /// What a person runs to take it up, or to turn it down.
  package func commands(_ language: Language) -> [DocumentCommand] {
    let title = ShellWord.quoted(lead.title)
    return [
      DocumentCommand(
        label: "plan",
        command: "pdca plan \(title) --after \(lead.id) --kpi \(kpi.reference) --predict "
          + "\(prediction(language)) --due \(language.choose("<date>", "<期限>"))"),
      DocumentCommand(
        label: "decline",
        command: "pdca propose decline \(lead.id) --kpi \(kpi.reference) --reason "
          + language.choose("'<reason>'", "'<理由>'")),
    ]
  }

  private func prediction(_ language: Language) -> String {
    guard let expected else { return language.choose("<level>", "<予測値>") }
    return "\(expected.low.roundedWords)..\(expected.high.roundedWords)"
      .replacing(",", with: "").replacing("−", with: "-")
  }

  /// The cases, one a line, with where they stand in the log.
  package func caseLines(_ language: Language) -> [String] {
    cases.map { tried in
      let cycle = tried.cycle
      let why = cycle.why ?? cycle.cancelledReason ?? cycle.notMeasuredReason
      return "\(cycle.id) (\(tried.end.words(language))) \(cycle.title)"
        + (why.map { ": \($0)" } ?? "") + " (\(cycle.department)@\(cycle.position))"
    }
  }

  /// What people answered to it before.
  package func answers(_ language: Language) -> String? {
    let taken = takenUp.map(\.description).joined(separator: language.choose(", ", "、"))
    let parts = [
      takenUp.isEmpty
        ? nil : language.choose("Taken up by \(taken).", "\(taken) で取り上げ済み。"),
      declined.map {
        language.choose(
          "Declined by \($0.declinedBy): \($0.reason)", "\($0.declinedBy) が見送り: \($0.reason)")
      },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  package func lines(_ language: Language) -> [String] {
    [
      headline(language), "\(tally(language)) (\(rule.words(language)))", expectation(language),
    ] + [answers(language)].compactMap(\.self) + caseLines(language)
      + commands(language).prefix(declined == nil ? 2 : 1).map { "$ \($0.command)" }
  }

  package var json: JSON {
    .thing([
      "kpi": .string("\(kpi.reference)"), "rule": .string(rule.rawValue),
      "lead": .string("\(lead.id)"), "change": JSON(lead.change), "tried": JSON(tried),
      "checked": JSON(checked), "met": JSON(met), "measured": JSON(measured),
      "level": JSON(level), "expectedLow": JSON(expected?.low),
      "expectedHigh": JSON(expected?.high),
      "cases": .array(
        cases.map {
          .thing([
            "cycle": .string("\($0.cycle.id)"), "end": .string($0.end.rawValue),
            "effect": JSON($0.effect?.value), "position": JSON($0.cycle.position),
          ])
        }),
      "takenUp": .texts(takenUp), "declinedReason": JSON(declined?.reason),
    ])
  }
}

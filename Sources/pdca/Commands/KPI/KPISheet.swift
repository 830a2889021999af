import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Statistics
import Terminal
import Wording

/// Everything about one KPI.
struct KPISheet {
  let data: KPIChart
  let hypotheses: [HypothesisRow]
  let latest: ObservationRow?
  /// The latest that are to be shown, by period.
  let shown: [ObservationRow]

  init(_ story: KPIStory) {
    (data, hypotheses) = (story.data, story.hypotheses)
    (latest, shown) = (story.latest, story.shown)
  }

  private var kpi: KPIRow { data.kpi }

  func lines(_ desk: Desk) -> [String] {
    let answer = desk.answer
    let parts = [
      definition(answer).lines(answer.layout), observations(answer), marks(answer),
      signals(answer), hypothesisLines(desk),
    ]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private func definition(_ answer: Answer) -> KeyValueBlock {
    let language = answer.language
    var block = KeyValueBlock()
    block.add("KPI", Cell("\(kpi.reference)", .id))
    block.add(answer.say("Name", "名称"), Cell(kpi.name, .strong))
    block.add(answer.say("Unit", "単位"), Cell(kpi.unit))
    let terms = [
      kpi.cadence.words, kpi.direction.words, kpi.kind.words, kpi.measure.words,
    ].map { $0(language) }
    block.add(
      answer.say("Kind", "種類"), Cell(terms.joined(separator: answer.say(", ", "、"))))
    let day = kpi.targetBy.map { answer.say(" by \($0)", "（期限 \($0.words.ja)）") } ?? ""
    let target = kpi.target.map { kpi.level($0, language) + day }
    block.add(answer.say("Target", "目標値"), Cell(target ?? "–"))
    if let reason = kpi.retiredReason {
      block.add(answer.say("Retired", "廃止"), Cell(reason, .warn))
    }
    return block
  }

  private func observations(_ answer: Answer) -> [String] {
    guard !shown.isEmpty else {
      return [
        answer.say(
          "No observations yet:  pdca kpi record \(kpi.reference) <value>",
          "実績値はまだありません:  pdca kpi record \(kpi.reference) <値>")
      ]
    }
    var table = Table([
      .init(answer.say("Period", "期間"), minimumWidth: 10, priority: 2),
      .init(answer.say("Value", "実績値"), align: .right, minimumWidth: 8, priority: 2),
      .init(answer.say("Corrected", "訂正"), overflow: .wrap),
    ])
    for row in shown {
      table.add([
        Cell(DateText.compact(row.period, Statistics.Cadence(kpi.cadence))),
        Cell(row.observation.text(of: kpi, answer.language)), Cell(row.correctionReason ?? ""),
      ])
    }
    return table.lines(answer.layout)
  }

  private func marks(_ answer: Answer) -> [String] {
    answer.layout.bullets(
      data.marks.map { mark in
        switch mark.kind {
        case .exclusion:
          Cell(
            answer.say("\(mark.first) excluded: \(mark.reason)", "\(mark.first) 除外: \(mark.reason)")
          )
        case .rebase:
          Cell(
            answer.say(
              "\(mark.first) rebased: \(mark.reason)", "\(mark.first) 基準改定: \(mark.reason)"))
        case .baseline:
          Cell(
            answer.say(
              "\(mark.first) to \(mark.last ?? mark.first) baseline: \(mark.reason)",
              "\(mark.first)〜\(mark.last ?? mark.first) 基準期間: \(mark.reason)"))
        }
      })
  }

  private func signals(_ answer: Answer) -> [String] {
    let words = SignalWords(data.picture(in: answer.language))
    return data.openCauses.flatMap { cause in
      let signal = data.reference(cause)
      return answer.layout.bullets(
        [Cell(words.sentence(cause), cause.reading == .concern ? .warn : nil)], bullet: "!")
        + [
          "  pdca kpi acknowledge \(kpi.reference) \(signal.rule) \(signal.period) "
            + answer.say("\"<note>\"", "\"<見解>\"")
        ]
    }
  }

  private func hypothesisLines(_ desk: Desk) -> [String] {
    if hypotheses.isEmpty { return [] }
    return HypothesisRow.table(hypotheses, desk).lines(desk.answer.layout)
  }
}

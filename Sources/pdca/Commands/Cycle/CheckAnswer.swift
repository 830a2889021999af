import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Shapes
import Terminal
import Wording

/// What `check` answers: the evidence, what it computes to, and the verdict.
struct CheckAnswer {
  let id: ItemID
  let outcome: Outcome<CycleEvent>
  let measured: MeasuredCycle
  let numbers: NumberText

  init(_ id: ItemID, _ outcome: Outcome<CycleEvent>, _ desk: Desk) throws {
    self.id = id
    self.outcome = outcome
    measured = try desk.office.measured(id)
    numbers = NumberText(of: measured.kpi, desk.answer.language)
  }

  func text(_ desk: Desk) -> [String] {
    let say = desk.answer.say
    let name = ItemName(id, title: measured.cycle?.title)
    let heading =
      outcome.repeated
      ? say(
        "\(name.en) had been checked before; nothing was added.",
        "\(name.ja)は評価済みのため、追加はありません。")
      : say("\(name.en) is checked.", "\(name.ja)を評価しました。")
    guard let cycle = measured.cycle else { return [heading] }
    var block = KeyValueBlock()
    cycle.addCheck(measured.check, to: &block, numbers, desk.answer)
    return [heading] + block.lines(desk.answer.layout) + [
      say(
        "Next:  pdca act \(id) adopt|adapt|abandon \"<why>\"",
        "次の手順:  pdca act \(id) adopt|adapt|abandon \"<理由>\"")
    ]
  }
}

extension CycleRow {
  /// Actual against prediction, and the verdict.
  func addCheck(
    _ background: CheckBackground, to block: inout KeyValueBlock, _ numbers: NumberText,
    _ answer: Answer
  ) {
    let say = answer.say
    if let actual, let observations {
      let count = say(
        "\(observations) observation\(observations == 1 ? "" : "s")", "実績値\(observations)件")
      block.add(
        say("  Actual", "  実績"),
        Cell(say("\(numbers.computed(actual)) (\(count))", "\(numbers.computed(actual))（\(count)）"))
      )
    }
    if let reading = background.reading, let text = reading.words(numbers)?(answer.language) {
      block.add(say("  Chart", "  グラフ"), Cell(text))
    }
    block.add(say("  Prediction", "  予測"), Cell(prediction(numbers, answer)))
    if let verdict {
      block.add(say("  Verdict", "  判定"), Cell(self.words(verdict, answer), verdict.role))
    }
    if case .changed? = background.reading, let ground {
      block.add(say("  Rests on", "  判定の基準"), Cell(ground.words(answer.language)))
    }
    let texts = [
      (say("  Not measured", "  測定なし"), notMeasuredReason),
      (say("  Reason", "  理由"), overrideReason), (say("  Evidence", "  根拠"), evidence),
      (say("  Note", "  メモ"), checkNote),
    ]
    for case (let key, let text?) in texts { block.add(key, Cell(text)) }
    for file in background.files {
      block.add(say("  File", "  ファイル"), Cell("\(file.name)  SHA-256 \(file.sha256)"))
    }
    if let revision = background.revision {
      block.add(
        say("  Changed since", "  評価後の変更"),
        Cell(revision.words(numbers)(answer.language), .warn))
    }
  }

  /// The verdict, and the computed one where a person decided otherwise.
  private func words(_ verdict: Verdict, _ answer: Answer) -> String {
    let own = verdict.words(answer.language)
    guard let computedVerdict, computedVerdict != verdict else { return own }
    let computed = computedVerdict.words(answer.language)
    return answer.say("\(own) (computed: \(computed))", "\(own)（計算上は「\(computed)」）")
  }
}

extension Verdict {
  var role: StyleRole? {
    switch self {
    case .met: .good
    case .partly: .warn
    case .missed: .bad
    case .notMeasured: nil
    }
  }
}

extension VerdictGround {
  var words: Phrase {
    switch self {
    case .mean: Phrase(en: "the mean of the window", ja: "測定期間の平均")
    case .judgment:
      Phrase(en: "a person's judgment, for the reason given", ja: "担当者の判断（理由は下記）")
    }
  }
}

package import Bilingual
package import CanonicalJSON
import Domain
package import Office
package import Wording

extension ImportedObservations {
  package func json(_ language: Language) -> JSON {
    [
      "id": .string("\(kpi)"), "dryRun": JSON(isDryRun), "recorded": JSON(recorded),
      "known": JSON(known),
      "refused": .array(
        refused.map {
          ["line": JSON($0.line), "error": .string($0.fault.text(in: language).refused)]
        }),
    ]
  }

  package var summary: Phrase {
    Phrase(
      en:
        "\(kpi): \(recorded) \(isDryRun ? "would be recorded" : "recorded"), \(known) known already, "
        + "\(refused.count) refused.",
      ja: "\(kpi): \(recorded)件を\(isDryRun ? "記録できます" : "記録しました")"
        + "（記録済み\(known)件、エラー\(refused.count)件）。")
  }
}

extension ObservationLineFault: Worded {
  package var refused: Phrase {
    switch self {
    case .row(let fault, let encoding): fault.words(in: encoding)
    case .noValue:
      Phrase(
        en: "The value is empty; a line has a period, a value and perhaps a denominator.",
        ja: "値が空です。1行には期間、値、必要に応じて母数を書きます。")
    case .fieldCount(let found):
      Phrase(
        en: "A line has a period, a value and perhaps a denominator; here "
          + (found == 1 ? "is 1 field." : "are \(found) fields."),
        ja: "1行には期間、値、必要に応じて母数を書きます。この行の項目は \(found) 個です。")
    case .input(let fault): fault.refused
    case .rule(let refusal): refusal.refused
    }
  }

  package var steps: [Step] {
    switch self {
    case .row, .noValue, .fieldCount: []
    case .input(let fault): fault.steps
    case .rule(let refusal): refusal.steps
    }
  }
}

extension ObservationHeaderFault: Worded {
  package var refused: Phrase {
    switch self {
    case .twice(let names):
      Phrase(
        en: "columns of the file mean the same: \(names.joined(separator: ", ")). "
          + "Nothing was recorded.",
        ja: "ファイルに同じ意味の列があります: \(names.joined(separator: "、"))。何も記録していません。")
    case .unclear(let names):
      Phrase(
        en: "the header doesn't say which column is the value: \(names.joined(separator: ", ")). "
          + "Nothing was recorded.",
        ja: "値がどの列か、見出しから判断できません: \(names.joined(separator: "、"))。何も記録していません。")
    case .maybeDenominator(let name):
      Phrase(
        en: "the header doesn't say whether \(name) is the denominator. Nothing was recorded.",
        ja: "列「\(name)」が母数かどうか、見出しから判断できません。何も記録していません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .twice, .unclear:
      [
        Step(
          Phrase(
            en: "Name the column \"value\", or leave the others out.",
            ja: "値の列の見出しを「実績値」とするか、ほかの列を外してください。"))
      ]
    case .maybeDenominator:
      [
        Step(
          Phrase(
            en: "Name it \"denominator\", or leave it out.", ja: "見出しを「母数」とするか、その列を外してください。"))
      ]
    }
  }
}

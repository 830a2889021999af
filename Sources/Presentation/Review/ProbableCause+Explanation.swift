package import Bilingual
import Domain
import ReadModels
import Reviews

extension ProbableCause {
  /// The score with its factors, the evidence, and what became of the hypothesis if there is one.
  package func explanation(_ language: Language) -> String {
    let factors = [
      language.choose("nearness", "時間の近さ") + " \(text(score.nearness))",
      scope.words(language) + " \(text(score.scope))",
      acceptance(language) + " \(text(score.acceptance))",
      precedent(language) + " \(text(score.precedent))",
    ].joined(separator: " × ")
    let head = language.choose("Score \(text(score.total))", "スコア \(text(score.total))")
    return [
      head + " = " + factors + language.choose(".", "。"), grounds(language), standing(language),
    ]
    .compactMap(\.self).joined(separator: language.choose(" ", ""))
  }

  private func acceptance(_ language: Language) -> String {
    let tested = outcome.accepted + outcome.rejected
    return language.choose(
      "accepted before (\(outcome.accepted) of \(tested))",
      "過去の支持（\(tested)件中\(outcome.accepted)件）")
  }

  private func precedent(_ language: Language) -> String {
    language.choose(
      "precedents in other departments (\(precedents))", "他部門の先例（\(precedents)部門）")
  }

  private func grounds(_ language: Language) -> String {
    let shown = evidence.prefix(5).joined(separator: language.choose(", ", "、"))
    let more = evidence.count - min(5, evidence.count)
    let rest = more > 0 ? language.choose(" and \(more) more", "、ほか\(more)件") : ""
    return language.choose("Evidence: \(shown)\(rest).", "根拠: \(shown)\(rest)。")
  }

  private func standing(_ language: Language) -> String? {
    guard let hypothesis else { return nil }
    let number = hypothesis.number
    switch hypothesis.accepted {
    case true?:
      return language.choose("Hypothesis \(number): accepted.", "原因仮説\(number): 支持されています。")
    case false?:
      return language.choose("Hypothesis \(number): rejected.", "原因仮説\(number): 棄却されています。")
    case nil:
      return language.choose("Hypothesis \(number): not tested.", "原因仮説\(number): 未検証です。")
    }
  }

  /// Two digits, rounded; enough to follow the product.
  func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

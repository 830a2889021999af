package import Bilingual
import Domain
import ReadModels
import Reviews
package import Statistics
import Wording

extension ProbableCause {
  /// What a person does next with it: propose it as a hypothesis, or test that made of it; nil
  /// once it was tested.
  ///
  /// - Parameter profile: under whose rules the signal stands.
  package func command(under profile: RuleProfile = .nhsMDC) -> Phrase? {
    guard let hypothesis else { return proposal(profile) }
    guard hypothesis.accepted == nil else { return nil }
    let command = "pdca hypothesis test \(onset.kpi) \(hypothesis.number) accept|reject"
    return Phrase(en: command + " \"<how you know>\"", ja: command + " \"<検証の内容>\"")
  }

  /// The first events alone: a command line holds only so much.
  private static let mostEvidence = 3

  private func proposal(_ profile: RuleProfile) -> Phrase {
    let signal = "\(onset.kpi) \(onset.signal.rule) \(onset.signal.period)"
    let references = evidence.prefix(Self.mostEvidence).map { " --evidence \($0)" }.joined()
    let rules = profile == .nhsMDC ? "" : " --profile \(profile.id)"
    let tail = "--cause \(kind.rawValue)\(references)\(rules)"
    return Phrase(
      en: "pdca hypothesis propose \(signal) \(ShellWord.inQuotes(short.en)) \(tail)",
      ja: "pdca hypothesis propose \(signal) \(ShellWord.inQuotes(short.ja)) \(tail)")
  }
}

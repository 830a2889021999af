import Bilingual
import CivilTime
import Domain
import ReadModels
import Statistics

extension ReviewReport {
  /// New limits for what has lasted and was taken note of: until they are made, each new point only
  /// says again what is known.
  var rebaseSteps: [ReviewStep] {
    matters.filter(\.wantsNewLimits).map { ReviewStep.rebase($0, cause(of: $0)) }
  }
}

extension ReviewMatter {
  /// So many points say where the new level lies.
  private static let fewest = 8

  var wantsNewLimits: Bool {
    change.wantsNewLimits && change.note != nil && periods >= Self.fewest
  }
}

extension ReviewStep {
  /// New limits from the onset of a change, with the cycle that may have caused it.
  static func rebase(_ matter: ReviewMatter, _ cause: ProbableCause?) -> Self {
    let cycle = cause.flatMap { $0.isAimed ? $0.events[0].about : nil }
    func command(_ why: String, _ how: String) -> String {
      let evidence = cycle.map { "\($0)" } ?? "<\(how)>"
      return
        "pdca kpi rebase \(matter.kpi.reference) \"<\(why)>\" \"\(evidence)\" --on \(matter.onset)"
    }
    return ReviewStep(
      kind: .rebaseLimits, about: "\(matter.kpi.reference)",
      label: Phrase(
        en: "Begin new limits for \(matter.kpi.name) where it changed",
        ja: "\(matter.kpi.name)の管理限界を変化の時点から改める（基準改定）"),
      command: Phrase(
        en: command("what changed", "how you know"), ja: command("変化の原因", "根拠")))
  }
}

import Bilingual
package import Domain
import ReadModels

extension ReviewReport {
  package func hasCause(_ matters: [ReviewMatter]) -> Bool {
    matters.contains { cause(of: $0) != nil }
  }

  /// What to do about something that is getting worse: what waits for a word first.
  package func steps(on matter: ReviewMatter) -> [ReviewStep] {
    let aimed = Set(open(on: matter.kpi.reference).map(\.id))
    let issues = issues(on: matter).filter { $0.cycle.map(aimed.contains) ?? false }
    return [.decide(on: matter, in: review, owner: sponsor(of: matter))]
      + issues.prefix(1).map(ReviewStep.decide)
      + matter.pending.prefix(1).map(ReviewStep.acknowledge)
  }

  /// Of the KPI's department; of one that was taken over, of the department that did.
  package func sponsor(of matter: ReviewMatter) -> Account? {
    let home = matter.kpi.department
    return sponsor(of: home) ?? background.successors[home].flatMap { sponsor(of: $0) }
      ?? sponsor(of: review.department)
  }

  package func sponsor(of department: DepartmentCode) -> Account? {
    staff(of: department)?.department.sponsor
  }

  /// As people call it; its code where it is no more.
  package func name(of department: DepartmentCode) -> String {
    staff(of: department)?.department.name
      ?? background.formerNames[department] ?? "\(department)"
  }
}

extension ReviewStep {
  /// The decision on a change for the worse, made in the review.
  static func decide(on matter: ReviewMatter, in review: ReviewID, owner: Account?) -> Self {
    let name = matter.kpi.name
    func command(_ decision: String, _ account: String) -> String {
      "pdca review decide \(review) \"<\(decision)>\" --owner \(owner.map { "\($0)" } ?? account) "
        + "--due +2w --about \(matter.kpi.reference)"
    }
    return ReviewStep(
      kind: .decideConcern, about: "\(matter.kpi.reference)",
      label: Phrase(en: "Decide what to do about \(name)", ja: "\(name)への対応を決める"),
      command: Phrase(
        en: command("decision", "<account>"), ja: command("決定事項", "<アカウント>")))
  }
}

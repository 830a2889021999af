import Bilingual
import Domain
import ReadModels

/// Steps for departments as a whole.
extension ReviewStep {
  static func assignSponsor(_ department: DepartmentCode, _ name: String) -> Self {
    ReviewStep(
      kind: .assignSponsor, about: "\(department)",
      label: Phrase(
        en: "Name an executive who answers for \(name)", ja: "\(name)のスポンサーを決める"),
      command: Phrase(
        en: "pdca department sponsor \(department) <account>",
        ja: "pdca department sponsor \(department) <アカウント>"))
  }

  /// - Parameter person: the sponsor, else an executive.
  static func involve(
    _ person: (account: String, name: String), of department: (code: DepartmentCode, name: String),
    in review: ReviewID
  ) -> Self {
    decide(
      in: review, kind: .involveExecutive, department.code,
      Phrase(
        en: "Agree with \(person.name) how \(department.name) is supported",
        ja: "\(department.name)への支援を\(person.name)と決める"), owner: person.account)
  }

  static func narrowGap(
    _ department: DepartmentCode, _ name: String, in review: ReviewID
  ) -> Self {
    decide(
      in: review, kind: .narrowGap, department,
      Phrase(
        en: "Decide what helps \(name) to catch up", ja: "\(name)の取り組みを後押しする策を決める"))
  }

  private static func decide(
    in review: ReviewID, kind: Kind, _ department: DepartmentCode, _ label: Phrase,
    owner: String? = nil
  ) -> Self {
    let command = "pdca review decide \(review)"
    return ReviewStep(
      kind: kind, about: "\(department)", label: label,
      command: Phrase(
        en: command + " \"<decision>\" --owner \(owner ?? "<account>") --due +2w",
        ja: command + " \"<決定事項>\" --owner \(owner ?? "<アカウント>") --due +2w"))
  }

  /// Those who look at the whole ask the department's promoters; the department plans.
  static func wake(
    _ department: DepartmentCode, _ name: String, asWhole: Bool
  ) -> Self {
    guard asWhole else {
      return plan(
        in: department, kind: .wakeDepartment, about: "\(department)",
        Phrase(en: "Plan a next cycle in \(name)", ja: "\(name)の次のミニPDCAを計画する"))
    }
    let (head, tail) = ("pdca issue raise", "--to promoter -d \(department)")
    return ReviewStep(
      kind: .wakeDepartment, about: "\(department)",
      label: Phrase(
        en: "Ask the promoters of \(name) what stands in the way",
        ja: "\(name)の推進役に、何が妨げかを尋ねる"),
      command: Phrase(en: "\(head) \"<question>\" \(tail)", ja: "\(head) \"<質問>\" \(tail)"))
  }

  static func plan(
    in department: DepartmentCode, kind: Kind, about: String, _ label: Phrase
  ) -> Self {
    ReviewStep(
      kind: kind, about: about, label: label,
      command: Phrase(
        en: "pdca plan \"<title>\" -d \(department)", ja: "pdca plan \"<題名>\" -d \(department)"))
  }
}

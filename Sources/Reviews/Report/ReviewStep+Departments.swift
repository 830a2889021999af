import Bilingual
import Domain
import ReadModels

/// Steps for departments as a whole.
extension ReviewStep {
  static func assignSponsor(_ department: DepartmentCode) -> Self {
    ReviewStep(
      kind: .assignSponsor, about: "\(department)",
      label: Phrase(
        en: "Name an executive who answers for \(department)", ja: "\(department)のスポンサーを決める"),
      command: Phrase(
        en: "pdca department sponsor \(department) <account>",
        ja: "pdca department sponsor \(department) <アカウント>"))
  }

  /// - Parameter account: of the sponsor, else of an executive.
  static func involve(
    _ account: String, of department: DepartmentCode, in review: ReviewID
  ) -> Self {
    decide(
      in: review, kind: .involveExecutive, department,
      Phrase(
        en: "Agree with \(account) how \(department) is supported",
        ja: "\(department)への支援を\(account)と決める"), owner: account)
  }

  static func narrowGap(_ department: DepartmentCode, in review: ReviewID) -> Self {
    decide(
      in: review, kind: .narrowGap, department,
      Phrase(
        en: "Decide what helps \(department) to catch up", ja: "\(department)の取り組みを後押しする策を決める"))
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
  static func wake(_ department: DepartmentCode, asWhole: Bool) -> Self {
    guard asWhole else {
      return plan(
        in: department, kind: .wakeDepartment, about: "\(department)",
        Phrase(en: "Plan a next cycle in \(department)", ja: "\(department)の次のミニPDCAを計画する"))
    }
    let (head, tail) = ("pdca issue raise", "--to promoter -d \(department)")
    return ReviewStep(
      kind: .wakeDepartment, about: "\(department)",
      label: Phrase(
        en: "Ask the promoters of \(department) what stands in the way",
        ja: "\(department)の推進役に、何が妨げかを尋ねる"),
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

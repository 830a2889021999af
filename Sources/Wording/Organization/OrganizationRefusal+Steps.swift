package import Domain

extension OrganizationRefusal {
  package var steps: [Step] {
    switch self {
    case .text(let refusal):
      refusal.steps
    case .notFounded, .malformedTimeZone, .fiscalYearStartOutOfRange, .trialDaysOutOfRange:
      [Step(en: "Found it", ja: "登録する", "pdca init")]
    case .alreadyFounded, .headCannotClose:
      [Self.listDepartments]
    case .departmentExists(let asked, _, _):
      [
        Self.listDepartments,
        Step(
          en: "or rename it", "pdca department rename \(asked) \"<name>\"",
          ja: "名前を変える", "pdca department rename \(asked) \"<名前>\""),
      ]
    case .unknownDepartment(let code, _):
      [
        Self.listDepartments,
        Step(
          en: "or register it", "pdca department add \(code) \"<name>\"",
          ja: "新しく登録する", "pdca department add \(code) \"<名前>\""),
      ]
    case .departmentClosed:
      [Self.listDepartments]
    case .openCyclesNeedSuccessor(let code, _), .successorIsItself(let code),
      .successorClosed(let code, _):
      [Self.close(code), Step(en: "or end the cycles", ja: "進行中を確認する", "pdca cycle list")]
    case .alreadyMember(let account, _, _, _):
      [
        Step(
          en: "Move the member",
          "pdca member move \(ShellWord.quoted("\(account)")) <department> <layer>",
          ja: "所属や階層を変える", "pdca member move \(ShellWord.quoted("\(account)")) <部門> <階層>")
      ]
    case .notAMember(let account):
      [
        Step(
          en: "Add the member",
          "pdca member add \(ShellWord.quoted("\(account)")) <department> <layer>",
          ja: "メンバーに加える", "pdca member add \(ShellWord.quoted("\(account)")) <部門> <階層>"),
        Self.listMembers,
      ]
    case .machineCannotHoldRole(_, let role):
      [
        Step(
          en: "Name a person", "pdca member grant <account> \(role.rawValue)",
          ja: "人を指定する", "pdca member grant <アカウント> \(role.rawValue)")
      ]
    case .machineCannotSponsor(_, let code), .sponsorNotExecutive(_, _, let code):
      [
        Step(
          en: "Name an executive", "pdca department sponsor \(code) <account>",
          ja: "経営層から指定する", "pdca department sponsor \(code) <アカウント>"),
        Self.listMembers,
      ]
    case .roleNotGranted, .roleNotGrantedFor:
      [Self.listMembers]
    case .roleForAll(let account, let role) where role.isOfDepartments:
      [
        Step(
          en: "Take it for all first",
          "pdca member revoke \(ShellWord.quoted("\(account)")) \(role.rawValue)",
          ja: "いったん全体の役割を解除する",
          "pdca member revoke \(ShellWord.quoted("\(account)")) \(role.rawValue)")
      ]
    case .roleForAll(let account, let role):
      [
        Step(
          en: "Without departments",
          "pdca member grant \(ShellWord.quoted("\(account)")) \(role.rawValue)",
          ja: "部門を指定せずに付与する",
          "pdca member grant \(ShellWord.quoted("\(account)")) \(role.rawValue)")
      ]
    case .lastAdministrator:
      [
        Step(
          en: "Name another first", "pdca member grant <account> administrator",
          ja: "先に別の管理者を決める", "pdca member grant <アカウント> administrator")
      ]
    }
  }

  private static let listDepartments = Step(
    en: "See the departments", ja: "部門の一覧を見る", "pdca department list")

  private static let listMembers = Step(
    en: "See the members", ja: "メンバーの一覧を見る", "pdca member list")

  private static func close(_ code: DepartmentCode) -> Step {
    Step(
      en: "Name a successor",
      "pdca department close \(code) --successor <department> --reason \"<reason>\"",
      ja: "引き継ぎ先を指定する",
      "pdca department close \(code) --successor <部門> --reason \"<理由>\"")
  }
}

import Domain
import Office
import Orders
import Terminal
import Wording

extension Desk {
  /// What a list is of: a department, or all for nil; what is missing from it is said.
  func shown(_ option: DepartmentOption, all: Bool) throws -> DepartmentCode? {
    let home = all ? nil : try department(option)
    try noteUnseen(of: home.map { [$0] })
    return home
  }

  /// Says on standard error which departments' rows are missing from what is shown, as row security leaves
  /// them out.
  /// - Parameter departments: those that are shown; nil for all.
  func noteUnseen(of departments: Set<DepartmentCode>? = nil) throws {
    if setting.isNobody { return }
    let missing = try office.unreadable(of: departments)
    if missing.isEmpty { return }
    let list = missing.map(\.rawValue)
    answer.console.note(
      answer.say(
        "Note: without \(list.joined(separator: ", ")), which you may not read: only what is shared with "
          + "everybody is in it.",
        "注意: \(list.joined(separator: "、")) は閲覧権限がないため、全員に公開されている内容だけを含みます。"))
  }

  /// Says to whoever is no member how little they are shown, and who can change that.
  func noteNobody() {
    guard setting.isNobody else { return }
    let login = safe("\(setting.actor)")
    let word = ShellWord.quoted("\(setting.actor)")
    answer.console.note(
      answer.say(
        "Note: \(login) is no member's login: only departments and members are shown. An administrator "
          + "can add it:  pdca member add \(word) <department> <layer>",
        "注意: ログイン \(login) のメンバーは登録されていないため、部門とメンバーだけを表示します。"
          + "管理者によるメンバー登録:  pdca member add \(word) <部門> <階層>"))
  }
}

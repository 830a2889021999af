import Bilingual
package import Domain
import EventLog
import Orders
import Tables
import Tracker

/// What a file of members has columns for.
private enum MemberColumn: ColumnKey {
  case account, department, layer, roles, machine, login, name

  var names: [String] {
    switch self {
    case .account:
      ["account", "user", "username", "id", "アカウント", "ユーザー", "ユーザー名", "社員番号", "ログインid", "ログイン名"]
    case .department:
      ["department", "dept", "部門", "部門コード", "部門名", "部署", "部署コード", "部署名", "所属", "所属部署", "所属部門"]
    case .layer: ["layer", "level", "階層", "層", "区分"]
    case .roles: ["roles", "role", "役割", "権限"]
    case .machine: ["machine", "ismachine", "自動処理", "自動処理用", "機械"]
    case .login: ["login", "logins", "ログイン"]
    case .name: ["name", "fullname", "displayname", "氏名", "名前", "表示名"]
    }
  }
}

/// What became of a file of members.
package struct AddedMembers: Sendable {
  package fileprivate(set) var report: SetUpReport
  /// Accounts that are to log in, too.
  package fileprivate(set) var logins: [Account] = []
}

extension Office {
  /// Adds the members of a file with their roles and names: all of them or none. Logins are made
  /// afterwards (``Premises/letIn(_:)``).
  /// - Parameter premises: where those who are to log in need a role, if the server is another's.
  package func addMembers(
    from file: TableFile, isDryRun: Bool = false, at premises: Premises,
    onColumns: (FoundColumns) -> Void = { _ in }
  ) throws -> AddedMembers {
    // Who may add nobody is told that, and not what is wrong with the lines.
    try LogAccess.require("administer", in: setting.head.rawValue, for: "members", session)
    var logins: [Account] = []
    var names: [(account: Account, name: String)] = []
    let report = try setUp(
      from: file, needing: [MemberColumn.account, .department, .layer], isDryRun: isDryRun,
      onColumns: onColumns
    ) { field in
      let line = try MemberLine(field, self)
      if let name = line.name { names.append((line.account, name)) }
      if line.hasLogin {
        try premises.requireRole(line.account, self)
        logins.append(line.account)
      }
      return try line.carryOut(self)
    }
    if report.isDone {
      for (account, name) in names {
        try enter(account, name: name, language: nil, address: nil)
      }
    }
    return AddedMembers(report: report, logins: logins)
  }
}

/// One member of the file.
private struct MemberLine {
  let account: Account
  private let department: DepartmentCode
  private let layer: Layer
  private let roles: [Role]
  private let isMachine: Bool
  let hasLogin: Bool
  let name: String?

  init(_ field: (MemberColumn) -> String?, _ office: Office) throws {
    account = try Read.login((field(.account) ?? "").halfWidth)
    department = try office.department(named: field(.department) ?? "")
    layer = try .read(field(.layer) ?? "", "layer")
    roles = try (field(.roles) ?? "").split { ",、;；/／ 　\n".contains($0) }.map {
      try .read(String($0), "roles")
    }
    isMachine = try FileAnswer.isYes(field(.machine), "machine", usually: false)
    name = field(.name)
    if let name, !PeopleFault.isName(name) { throw PeopleFault.badName(name) }
    hasLogin = try FileAnswer.isYes(field(.login), "login", usually: true)
  }

  /// Makes the account a member, with its roles.
  func carryOut(_ office: Office) throws -> SetUpResult {
    var commands = [
      OrganizationCommand.join(
        account: account, department: department, layer: layer, isMachine: isMachine)
    ]
    commands += roles.map { .grant(account: account, role: $0) }
    let outcomes = try commands.map {
      try office.tracker.organization(
        $0, Order(office.setting.head, commandID: CommandID.random()))
    }
    return outcomes.allSatisfy(\.events.isEmpty) ? .known : .added
  }
}

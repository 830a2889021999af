import ArgumentParser
import Bilingual
import CivilTime
import Domain
import EventLog
import Office
import OperatingSystem
import Postgres
import Tables
import Terminal
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

extension MemberCommand {
  struct ImportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "import", "Add the members of a file, with roles and logins: all of them or none.",
        "ファイルのメンバーを役割とログインも含めてまとめて登録します（全件成功時のみ）。",
        examples: ["pdca member import members.xlsx --dry-run", "pdca member import members.csv"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var table: TableOptions

    @Argument(
      help: help(
        "The file, .csv or .xlsx, or - for standard input. Its columns: account, department, "
          + "layer; if need be name (as people read it), roles, machine, login (yes unless it says no).",
        "ファイル（.csv または .xlsx）。- は標準入力。列: account（アカウント）、department（部門）、layer（階層）。"
          + "任意: name（氏名）、roles（役割）、machine（自動処理用）、login（ログイン。no と書かなければ作成）。"))
    var file: String

    @Flag(help: help("Say what would happen; write nothing.", "書き込まずに結果だけを確認します。"))
    var dryRun = false

    func run() async throws {
      await Reception.serve(global) { answer in
        let configuration = try Configuration()
        let premises = try Premises.find(global, configuration)
        let hold = try premises.hold()
        let connection = try await premises.connect()
        let (report, logins) = try await connection.perform { session in
          let office = try Office(
            in: session, at: .now(), ahead: { answer.noteRepair(of: $0) })
          let (report, logins) = try add(at: Desk(office, answer, configuration), premises)
          if report.isDone {
            for (account, name) in logins.names {
              try office.enter(account, name: name, language: nil, address: nil)
            }
          }
          return (report, logins)
        }
        await connection.close()
        if report.isDone { try await letIn(logins, premises, answer) }
        hold?.release()
        try report.tell(
          answer,
          logins.isEmpty ? [] : [Phrase(en: "Logins: \(logins)", ja: "ログイン: \(logins)")])
      }
    }

    /// - Returns: the accounts that are to log in, too.
    private func add(
      at desk: Desk, _ premises: Premises
    ) throws -> (SetUpReport, LoginList) {
      var run = SetUpRun(desk, isDryRun: dryRun)
      var logins = LoginList()
      let file = try TableFile(file, table, fieldCount: .likeFirst)
      try run.take(file, needing: [MemberColumn.account, .department, .layer]) { field in
        let line = try MemberLine(field, desk)
        if let name = line.name { logins.names.append((line.account, name)) }
        if line.hasLogin {
          try premises.requireRole(line.account, desk.office)
          logins.accounts.append(line.account)
        }
        return try line.carryOut(desk)
      }
      return (run.report, logins)
    }

    /// Members stand already: what is left out is made up for by the same file.
    private func letIn(
      _ logins: LoginList, _ premises: Premises, _ answer: Answer
    ) async throws {
      do {
        for account in logins.accounts { try await premises.letIn(account) }
      } catch {
        answer.console.note(
          answer.say(
            "The members are added; not every login was made. Import the file again to go on.",
            "メンバーは登録済みですが、一部のログインを作成できませんでした。同じファイルを再度取り込むと続きから作成します。"))
        throw error
      }
    }
  }
}

/// Accounts that may log in.
private struct LoginList: CustomStringConvertible, Sendable {
  var accounts: [Account] = []
  /// What people are called.
  var names: [(account: Account, name: String)] = []
  var isEmpty: Bool { accounts.isEmpty }
  var description: String { accounts.map { "\($0)" }.joined(separator: ", ") }
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

  init(_ field: (MemberColumn) -> String?, _ desk: Desk) throws {
    account = try Read.login((field(.account) ?? "").halfWidth)
    department = try desk.department(named: field(.department) ?? "")
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
  func carryOut(_ desk: Desk) throws -> SetUpRun.Result {
    var commands = [
      OrganizationCommand.join(
        account: account, department: department, layer: layer, isMachine: isMachine)
    ]
    commands += roles.map { .grant(account: account, role: $0) }
    let outcomes = try commands.map {
      try desk.tracker.organization(
        $0, Order(desk.setting.head, commandID: CommandID.random()))
    }
    return outcomes.allSatisfy(\.events.isEmpty) ? .known : .added
  }
}

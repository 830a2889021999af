import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Wording

struct MemberCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "member", "Members: add, import, move, leave, list, name, away; roles: grant, revoke.",
      "メンバーの追加、一括登録、異動、退任、一覧、表示名、不在、役割の付与と解除。",
      subcommands: [
        AddCommand.self, ImportCommand.self, MoveCommand.self, LeaveCommand.self, ListCommand.self,
        NameCommand.self, AwayCommand.self, GrantCommand.self, RevokeCommand.self,
      ])
  }
}

extension MemberCommand {
  struct AddCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "add", "Make an account a member of a department, on a layer.",
        "アカウントを部門のメンバーに加え、階層を決めます。",
        examples: [
          "pdca member add sato SALES field",
          "pdca member add report-bot SALES field --machine",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The account: a role of the database.", "アカウント（データベースのロール）。"))
    var account: String

    @Argument(help: help("The department's code.", "部門コード。"), completion: .ids(.departments))
    var department: String

    @Argument(help: help("executive, promoter or field.", "階層（executive、promoter、field）。"))
    var layer: Layer

    @Flag(
      help: help(
        "A machine's account: it may record and propose, not decide.",
        "自動処理用のアカウント（記録と提案はできますが、判断はできません）。"))
    var machine = false

    func run(at desk: Desk) throws {
      let account = try Read.login(account)
      let department = try desk.department(named: department)
      let outcome = try desk.office.record(
        .join(account: account, department: department, layer: layer, isMachine: machine),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(
          en: "\(account) is a member of \(department) (\(layer.words.en)"
            + "\(machine ? ", a machine" : "")).",
          ja: "\(account) を \(department) のメンバーに加えました（\(layer.words.ja)"
            + "\(machine ? "、自動処理用" : "")）。"),
        next: [Phrase(both: "pdca database login \(ShellWord.quoted("\(account)"))")])
    }
  }
}

extension MemberCommand {
  struct MoveCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "move", "Move a member to another department, another layer, or both.",
        "メンバーの所属や階層を変更します。",
        examples: ["pdca member move sato DEV promoter"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The member's account.", "メンバーのアカウント。"), completion: .ids(.members))
    var account: String

    @Argument(help: help("The department's code.", "部門コード。"), completion: .ids(.departments))
    var department: String

    @Argument(help: help("executive, promoter or field.", "階層（executive、promoter、field）。"))
    var layer: Layer

    func run(at desk: Desk) throws {
      let account = try Read.account(account)
      let department = try desk.department(named: department)
      let outcome = try desk.office.record(
        .move(account: account, department: department, layer: layer),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(
          en: "\(account) belongs to \(department) now (\(layer.words.en)).",
          ja: "\(account) の所属を \(department)（\(layer.words.ja)）に変更しました。"))
    }
  }
}

extension MemberCommand {
  struct GrantCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "grant", "Give a member a role: administrator, reviewer, trainer or auditor.",
        "メンバーに役割（administrator、reviewer、trainer、auditor）を付与します。",
        examples: [
          "pdca member grant sato reviewer", "pdca member grant suzuki reviewer -d SALES -d DEV",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The member's account.", "メンバーのアカウント。"), completion: .ids(.members))
    var account: String

    @Argument(
      help: help(
        "administrator, reviewer, trainer or auditor.",
        "役割（administrator 管理者、reviewer レビュー担当、trainer 研修担当、auditor 監査担当）。"))
    var role: Role

    @Option(
      name: [.customShort("d"), .customLong("department")],
      help: help(
        "For this department alone (reviewer, trainer); may be repeated. Without it for all.",
        "部門を限ります（reviewer、trainer のみ。複数指定可）。省略時は全部門です。"),
      completion: .ids(.departments))
    var departments: [String] = []

    func run(at desk: Desk) throws {
      let account = try Read.account(account)
      let departments = try departments.map { try desk.department(named: $0) }
      let outcome = try desk.office.record(
        .grant(account: account, role: role, departments: departments),
        desk.order(in: desk.setting.head, writing))
      let words = role.words(for: departments)
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(
          en: "\(account) has the role \(words.en).", ja: "\(account) に\(words.ja)の役割を付与しました。"))
    }
  }
}

extension MemberCommand {
  struct RevokeCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "revoke", "Take a role from a member.", "メンバーの役割を解除します。",
        examples: ["pdca member revoke sato reviewer --reason 'New duties'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The member's account.", "メンバーのアカウント。"), completion: .ids(.members))
    var account: String

    @Argument(
      help: help(
        "administrator, reviewer, trainer or auditor.",
        "役割（administrator 管理者、reviewer レビュー担当、trainer 研修担当、auditor 監査担当）。"))
    var role: Role

    @Option(
      name: [.customShort("d"), .customLong("department")],
      help: help(
        "For this department alone; may be repeated. Without it altogether.",
        "この部門だけ解除します（複数指定可）。省略時はすべて解除します。"),
      completion: .ids(.departments))
    var departments: [String] = []

    @Option(help: help("Why, if it is to be known.", "理由（任意）。")) var reason: String?

    func run(at desk: Desk) throws {
      let account = try Read.account(account)
      let departments = try departments.map { try desk.department(named: $0) }
      let outcome = try desk.office.record(
        .revoke(account: account, role: role, reason: reason, departments: departments),
        desk.order(in: desk.setting.head, writing))
      let words = role.words(for: departments)
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(
          en: "\(account) no longer has the role \(words.en).",
          ja: "\(account) の\(words.ja)の役割を解除しました。"))
    }
  }
}

extension MemberCommand {
  struct LeaveCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "leave", "A member leaves the organization, and every role with it.",
        "メンバーの退任を記録します。役割もすべて解除されます。",
        examples: ["pdca member leave sato --reason 'Left the company'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The member's account.", "メンバーのアカウント。"), completion: .ids(.members))
    var account: String

    @Option(help: help("Why, if it is to be known.", "理由（任意）。")) var reason: String?

    @Flag(
      help: help(
        "Only list what would be left behind, with the commands that hand it over.",
        "引き継ぎが必要な項目とコマンドを表示するだけで、記録しません。"))
    var dryRun = false

    func run(at desk: Desk) throws {
      let account = try Read.account(account)
      let left = try desk.office.handOver(of: account)
      if dryRun { return desk.answer.wouldLeave(left, calling: desk.names) }
      let outcome = try desk.office.record(
        .leave(account: account, reason: reason), desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(en: "\(account) is no member any longer.", ja: "\(account) の退任を記録しました。"),
        leaving: left, calling: desk.names)
    }
  }
}

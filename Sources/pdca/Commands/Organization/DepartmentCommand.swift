import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Terminal

struct DepartmentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "department", "Departments: add, rename, close, sponsor; the current one.",
      "部門の登録、名称変更、閉鎖、スポンサーの指定、現在の部門の切り替え。",
      subcommands: [
        AddCommand.self, RenameCommand.self, CloseCommand.self, ListCommand.self,
        UseCommand.self, ShowCommand.self, SponsorCommand.self,
      ])
  }
}

extension DepartmentCommand {
  struct AddCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "add", "Register a department and open its log.", "部門を登録し、その記録を始めます。",
        examples: [
          "pdca department add SALES 'Sales'", "pdca department add DEV '開発部'",
          "pdca department add --csv departments.csv --dry-run",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var many: SetUpOptions
    @OptionGroup var table: TableOptions

    @Argument(
      help: help(
        "Its code: a letter, then letters, digits and hyphens.", "部門コード（英字で始まる英数字とハイフン）。"))
    var code: String?

    @Argument(help: help("Its name.", "部門の名称。")) var name: String?

    func validate() throws { try many.validate(beside: code) }

    func opening(of logs: Set<DepartmentCode>?) -> Opening { many.opening }

    func run(at desk: Desk) throws {
      if let file = many.csv {
        let file = try TableFile(file, table.settings)
        return try many.run(at: desk) { isDryRun, tell in
          try desk.office.registerDepartments(
            from: file, isDryRun: isDryRun, order: { try desk.order(in: $0, writing) },
            onColumns: tell)
        }
      }
      guard let text = code else {
        throw DeskError.missing(.departmentCode, argument: "<code> / --csv")
      }
      guard let code = DepartmentCode(text) else {
        throw InputFault.unreadable(argument: "CODE", text: text, wanted: .departmentCode)
      }
      let name =
        try name ?? desk.ask(.name, "<name>", desk.answer.say("Name of the department", "部門の名称"))
      let outcome = try desk.office.register(
        code, name: name, desk.order(in: desk.setting.head, writing, commutes: true))
      desk.answer.recorded(
        outcome, id: "\(code)",
        Phrase(
          en: "\(code) is registered: \(safe(name)).", ja: "\(code)（\(safe(name))）を登録しました。"),
        next: [Phrase(both: "pdca department use \(code)")])
    }
  }
}

extension DepartmentCommand {
  struct RenameCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "rename", "Give a department another name; its code stays.",
        "部門の名称を変更します。コードは変わりません。",
        examples: ["pdca department rename SALES 'Sales and service'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The department's code.", "部門コード。"), completion: .ids(.departments))
    var code: String

    @Argument(help: help("The new name.", "新しい名称。")) var name: String?

    func run(at desk: Desk) throws {
      let code = try desk.department(named: code)
      let name = try name ?? desk.ask(.name, "<name>", desk.answer.say("New name", "新しい名称"))
      let outcome = try desk.office.record(
        .renameDepartment(code: code, name: name), desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(code)",
        Phrase(
          en: "\(code) is named \(safe(name)).", ja: "\(code) の名称を「\(safe(name))」に変更しました。"))
    }
  }
}

extension DepartmentCommand {
  struct SponsorCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "sponsor", "Name the executive who answers for a department's improvement work.",
        "部門の改善活動に責任を持つ経営層（スポンサー）を指定します。",
        examples: ["pdca department sponsor SALES director"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The department's code.", "部門コード。"), completion: .ids(.departments))
    var code: String

    @Argument(help: help("The executive's account.", "経営層のアカウント。"), completion: .ids(.members))
    var account: String

    func run(at desk: Desk) throws {
      let code = try desk.department(named: code)
      let account = try Read.account(account)
      let outcome = try desk.office.record(
        .assignSponsor(department: code, account: account),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(code)",
        Phrase(
          en: "\(account) is the sponsor of \(code).",
          ja: "\(account) を \(code) のスポンサーに指定しました。"))
    }
  }
}

extension DepartmentCommand {
  struct CloseCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "close", "Close a department; its log stays readable.",
        "部門を閉鎖します。記録は引き続き参照できます。",
        examples: ["pdca department close WEST --successor SALES --reason 'Merged in April'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The department's code.", "部門コード。"), completion: .ids(.departments))
    var code: String

    @Option(
      help: help(
        "The department whose people go on with its open cycles.", "進行中のミニPDCAを引き継ぐ部門。"))
    var successor: String?

    @Option(help: help("Why it is closed.", "閉鎖の理由。")) var reason: String?

    @Flag(
      help: help(
        "Only list what would be left behind, with the commands that hand it over.",
        "引き継ぎが必要な項目とコマンドを表示するだけで、記録しません。"))
    var dryRun = false

    func run(at desk: Desk) throws {
      let code = try desk.department(named: code)
      let successor = try successor.map { try desk.department(named: $0) }
      let left = try desk.office.handOver(of: code, to: successor)
      if dryRun { return desk.answer.wouldLeave(left, calling: desk.names) }
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is closed", "閉鎖の理由"))
      let outcome = try desk.office.record(
        .closeDepartment(code: code, successor: successor, reason: reason),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(code)",
        Phrase(
          en: "\(code) is closed\(successor.map { "; its successor is \($0)" } ?? "").",
          ja: "\(code) を閉鎖しました。\(successor.map { "後継は \($0) です。" } ?? "")"),
        remark: openCycles(left, desk), leaving: left, calling: desk.names)
    }

    /// They are finished under their ids, by whoever goes on with them.
    private func openCycles(_ left: HandOver, _ desk: Desk) -> Phrase? {
      if left.cycles.isEmpty { return nil }
      let list = Phrase.list(left.cycles.map(\.id), desk.answer)
      return Phrase(
        en: "Still open, and to be finished under their ids: \(list)",
        ja: "進行中のミニPDCA（同じIDのまま続けてください）: \(list)")
    }
  }
}

extension DepartmentCommand {
  struct UseCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "use", "Make a department the current one, in your own configuration.",
        "現在の部門を切り替えます（自分の設定ファイルに保存）。",
        examples: ["pdca department use SALES"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The department's code.", "部門コード。"), completion: .ids(.departments))
    var code: String

    func run(at desk: Desk) throws {
      let code = try desk.department(named: code)
      try desk.office.requireOpen(code)
      var configuration = desk.configuration
      let path = try configuration.set("department", to: "\(code)")
      desk.answer.give(json: code.json(configuredIn: path)) {
        [desk.answer.say("\(code) is the current department.", "現在の部門を \(code) にしました。")]
      }
    }
  }
}

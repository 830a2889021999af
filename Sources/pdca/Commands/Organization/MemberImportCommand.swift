import ArgumentParser
import Bilingual
import CivilTime
import Domain
import Office
import OperatingSystem
import Terminal

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
        let premises = try Premises.find(global, Configuration())
        let hold = try premises.hold()
        let connection = try await premises.connect()
        let added = try await connection.work(.each, ahead: { answer.noteRepair(of: $0) }) {
          try $0.addMembers(
            from: TableFile(file, table.settings), isDryRun: dryRun,
            at: premises, onColumns: { answer.tell($0) })
        }
        await connection.close()
        if added.report.isDone { try await letIn(added.logins, premises, answer) }
        hold?.release()
        let logins = added.logins.map { "\($0)" }.joined(separator: ", ")
        try answer.tell(
          added.report,
          logins.isEmpty ? [] : [Phrase(en: "Logins: \(logins)", ja: "ログイン: \(logins)")])
      }
    }

    /// Members stand already: what is left out is made up for by the same file.
    private func letIn(
      _ accounts: [Account], _ premises: Premises, _ answer: Answer
    ) async throws {
      do {
        for account in accounts { try await premises.letIn(account, by: Premises.reach) }
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

import ArgumentParser
import Office
import OperatingSystem
import Presentation
import ReadModels
import Wording

extension DatabaseCommand {
  struct MigrateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "migrate", "Bring the database to this program's schema; safe to repeat and to race.",
        "データベースをこの版のスキーマに更新します。繰り返し実行しても安全です。")
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        let premises = try Premises.find(global, Configuration())
        let hold = try premises.hold()
        let result = try await answer.install(premises)
        let kept = try await answer.keepReports(premises)
        hold?.release()
        answer.give(json: result.json(reportsKept: kept)) {
          result.applied.map { answer.say("applied \($0)", "適用しました: \($0)") }
            + (result.rebuilt.map { [$0.line(answer)] } ?? [])
            + (kept == 0
              ? []
              : [
                answer.say(
                  "kept the reports of \(kept) closed review\(kept == 1 ? "" : "s")",
                  "終了済みレビュー \(kept) 件の内容を保存しました")
              ])
            + [answer.say("The schema is current.", "スキーマは最新です。")]
        }
      }
    }
  }

  struct LoginCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "login", "Let a role work with the logs; on the private server, make it.",
        "ロールに利用を許可します。専用サーバーではロールも作成します。",
        examples: ["pdca database login sato", "pdca do SALES-1 'First draft by AI' --user sato"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The role's name: a pseudonymous account.", "ロール名 (仮名アカウント)。"))
    var role: String

    func run() async throws {
      await Reception.serve(global) { answer in
        let account = try Read.login(role)
        let premises = try Premises.find(global, Configuration())
        let hold = try premises.hold()
        try await premises.letIn(account, by: Premises.reach)
        hold?.release()
        answer.give(json: .letIn(role)) {
          [
            answer.say(
              "\(role) may work: pdca --user \(ShellWord.quoted(role)) …",
              "\(role) が利用できます: pdca … --user \(ShellWord.quoted(role))")
          ]
        }
      }
    }
  }
}

extension RebuildReport {
  /// Which projections changed, so that all were built anew.
  fileprivate func line(_ answer: Answer) -> String {
    let what = changed.isEmpty ? answer.say("views", "ビュー") : changed.joined(separator: ", ")
    return answer.say(
      "rebuilt the read models from \(events) events; changed: \(what)",
      "リードモデルを \(events) イベントから再構築しました (変更: \(what))")
  }
}

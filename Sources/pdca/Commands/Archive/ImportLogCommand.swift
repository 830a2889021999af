import ArgumentParser
import EventLog
import Office
import OperatingSystem
import Presentation
import Wording

extension ImportGroup {
  struct ImportLogCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "log", "Fill an empty database from an exported log, every event as it was.",
        "書き出した記録を空のデータベースに、元のまま取り込みます。",
        examples: [
          "pdca import log log.ndjson --dry-run",
          "pdca import log log.ndjson --reports reports.ndjson",
          "pdca import log log.ndjson --database postgresql://db.example.com/pdca",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The export, or - for standard input.", "書き出したファイル。- は標準入力です。"))
    var file: String

    @Flag(
      help: help("Check the whole file; touch no database.", "ファイル全体を検査するだけで、データベースには触れません。"))
    var dryRun = false

    @Option(
      help: help(
        "The reports of closed reviews that were exported with it.",
        "一緒に書き出した、終了済みレビューの内容のファイル。"))
    var reports: String?

    func run() async throws {
      await Reception.serve(global) { answer in
        let archive = try ArchiveFile(InputFile(file))
        let reports = try reports.map { try ReportsFile(InputFile($0)) }
        let taken =
          dryRun
          ? try LogArchive.check(archive, reports)
          : try await fill(archive, reports, answer)
        tell(taken, answer)
      }
    }

    /// The whole log with its reports in one transaction, then what is read from it.
    private func fill(
      _ archive: ArchiveFile, _ reports: ReportsFile?, _ answer: Answer
    ) async throws -> LogArchive.Taken {
      let premises = try Premises.find(global, Configuration())
      try await premises.makeIfMissing {
        answer.progress("Making a private database …", "専用のデータベースを作成しています…")
      }
      let hold = try premises.hold()
      let taken = try await answer.fill(premises, from: archive, reports)
      hold?.release()
      return taken
    }

    private func tell(_ taken: LogArchive.Taken, _ answer: Answer) {
      let departments = taken.departments
      let count = NumberText.whole(taken.events)
      answer.give(json: taken.json(isDryRun: dryRun)) {
        let (en, ja) = (
          departments.map(\.code).joined(separator: ", "),
          departments.map(\.code).joined(separator: "、")
        )
        if dryRun {
          return [
            answer.say(
              "The export is whole: \(count) events of \(en). Nothing was imported.",
              "書き出しファイルに問題はありません: \(ja) のイベント \(count) 件。取り込みは行っていません。")
          ]
        }
        return [
          answer.say(
            "\(count) events of \(en) were imported.", "\(ja) のイベント \(count) 件を取り込みました。")
        ]
      }
    }
  }
}

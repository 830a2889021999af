import ArgumentParser
import Bilingual
import CanonicalJSON
import EventLog
import Office
import OperatingSystem
import Postgres
import Presentation
import PrivateServer
import ReadModels
import Reviews
import Terminal
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
        let archive = try ArchiveFile(path: file)
        let reports = try reports.map { try ReportsFile(path: $0) }
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
      if case .privateCluster(let cluster, _) = premises, cluster.status == .missing {
        answer.progress("Making a private database …", "専用のデータベースを作成しています…")
        try await cluster.create()
      }
      let hold = try premises.hold()
      let connection = try await premises.connect(asAdministrator: true)
      let taken = try await connection.perform { session in
        try ProgramSchema.applier.migrate(session)
        return try session.transaction { try LogArchive.take(archive, reports, in: $0) }
      }
      try await Installation.install(premises, answer)
      try await connection.perform { session in
        try LogArchive.settle(session)
      }
      await connection.close()
      try await Installation.keepReports(premises, answer)
      hold?.release()
      return taken
    }

    private func tell(_ taken: LogArchive.Taken, _ answer: Answer) {
      let departments = taken.departments
      let events = departments.reduce(0) { $0 + $1.events }
      let json: JSON = [
        "events": JSON(events), "departments": JSON(departments.map(\.code)),
        "dryRun": JSON(dryRun), "reports": JSON(taken.reports),
      ]
      let count = NumberText.whole(events)
      answer.give(json: json) {
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

import ArgumentParser
import Bilingual
import EventLog
import Office
import OperatingSystem
import Presentation
import ReadModels
import Terminal

extension ProjectionGroup {
  struct RebuildCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "rebuild",
        "Build the read models anew from the logs, beside the live ones; work goes on meanwhile.",
        "記録からリードモデルを再構築します。実行中も通常どおり利用できます。",
        examples: ["pdca projection rebuild", "pdca projection rebuild --workers 4"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: help(
        "A projection or all. They share a schema and one reading of the logs, so that all are "
          + "built whichever is named.",
        "リードモデル名、または all。一つの記録読み取りを共有するため、どれを指定してもすべて再構築します。"))
    var name: String = "all"

    @Option(
      help: help(
        "Connections that work side by side, 1 to 8; a department is one connection's work.",
        "並行して使う接続数 (1～8)。1部門は1接続で処理します。"))
    var workers: Int = 2

    func validate() throws {
      guard (1...8).contains(workers) else {
        throw ValidationError(
          Language.ofProcess.choose("--workers is 1 to 8.", "--workers は 1～8 で指定してください。"))
      }
    }

    func run() async throws {
      await Reception.serve(global) { answer in
        _ = try ProjectionName.read(name)
        let premises = try Premises.find(global, Configuration())
        let hold = try premises.hold()
        try await require(premises)
        let start = ContinuousClock.now
        let report = try await answer.rebuild(premises, workers: workers)
        let office = try await ProjectionOffice(
          at: premises, asAdministrator: true, by: Premises.reach)
        let (stopped, excluded) = try await office.stopped()
        await office.close()
        hold?.release()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        if let report { give(report, stopped, excluded, seconds, answer) }
        if !stopped.isEmpty { throw ExitStatus(code: .rule) }
      }
    }

    private func require(_ premises: Premises) async throws {
      let connection = try await premises.connect(asAdministrator: true)
      try await connection.requireSchema()
      await connection.close()
    }

    private func give(
      _ report: RebuildReport, _ stopped: [StoppedProjection], _ excluded: [ExcludedEvent],
      _ seconds: Double, _ answer: Answer
    ) {
      let shown = (seconds * 10).rounded() / 10
      answer.give(
        json: report.json(stopped: stopped, excluded: excluded)
      ) {
        [
          answer.say(
            "Rebuilt from \(report.events) events of \(report.departments) departments in "
              + "\(shown) s.",
            "\(report.departments) 部門の \(report.events) イベントから \(shown) 秒で再構築しました。")
        ] + stopped.lines(answer) + excluded.lines(answer)
      }
    }
  }
}

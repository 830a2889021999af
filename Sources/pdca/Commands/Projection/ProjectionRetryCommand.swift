import ArgumentParser
import Office
import Presentation
import Terminal

extension ProjectionGroup {
  struct RetryCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "retry", "Let stopped projections go on from the event that stopped them, in order.",
        "停止したリードモデルを、停止した位置から順に再開します。",
        examples: ["pdca projection retry", "pdca projection retry cycle -d SALES"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: help("A projection; without it, or with all, every one.", "リードモデル名。省略時または all ではすべて。"))
    var name: String = "all"

    @Option(
      name: [.customShort("d"), .customLong("department")],
      help: help("One department's only.", "この部門のみ再開します。"))
    var department: String?

    func run() async throws {
      await ProjectionGroup.serve(global) { answer, _, office in
        let projection = try ProjectionName.read(name)
        let (before, after) = try await office.retry(projection, of: department)
        answer.give(
          json: after.json(retried: before)
        ) { [summary(before.count, after.count, answer)] + after.lines(answer) }
        if !after.isEmpty { throw ExitStatus(code: .rule) }
      }
    }

    private func summary(_ before: Int, _ after: Int, _ answer: Answer) -> String {
      if before == 0 {
        return answer.say("No projection has stopped.", "停止中のリードモデルはありません。")
      }
      return answer.say(
        "\(before) stopped before, \(after) now.", "停止中: \(before) 件 → \(after) 件。")
    }
  }
}

import ArgumentParser
import Office
import OperatingSystem
import Presentation
import Terminal

extension ProjectionGroup {
  struct RunCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "run",
        "Take in what the logs hold; with --follow also what comes, until SIGTERM or SIGINT.",
        "未反映の記録を取り込みます。--follow を付けると SIGTERM・SIGINT まで追従します。",
        examples: ["pdca projection run --follow"])
    }

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: help(
        "Go on until stopped. Several followers share the departments.",
        "停止されるまで続けます。複数起動すると部門を分担します。"))
    var follow = false

    func run() async throws {
      await ProjectionGroup.serve(global) { answer, _, office in
        StopSignal.watch()
        let taken =
          follow
          ? try await office.follow(until: { StopSignal.wasReceived }) {
            answer.console.note($0.text(answer))
          }
          : try await office.takeAll { StopSignal.wasReceived }
        answer.give(json: ProjectionOffice.json(taken: taken)) {
          [answer.say("Took in \(taken) events.", "\(taken) イベントを反映しました。")]
        }
      }
    }
  }
}

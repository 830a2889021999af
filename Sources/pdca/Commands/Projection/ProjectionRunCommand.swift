import ArgumentParser
import Bilingual
import CanonicalJSON
import Postgres
import ReadModels

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
      await ProjectionGroup.serve(global) { answer, premises, connection in
        StopSignal.watch()
        let taken =
          follow
          ? try await FollowerRun(answer, connection).untilStopped()
          : try await take(connection)
        answer.give(json: ["events": JSON(taken)]) {
          [answer.say("Took in \(taken) events.", "\(taken) イベントを反映しました。")]
        }
      }
    }

    /// The number of events taken in until there are none, or until stopped.
    private func take(_ connection: Connection) async throws -> Int {
      var taken = 0
      while !StopSignal.wasReceived {
        let count = try await connection.perform { try Projector.takeTurn(in: $0) }
        if count == 0 { break }
        taken += count
      }
      return taken
    }
  }
}

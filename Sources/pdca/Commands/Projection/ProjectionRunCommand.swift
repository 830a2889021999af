import ArgumentParser
import Bilingual
import CanonicalJSON
import Postgres
import ReadModels
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

    /// How long a follower rests when there was nothing to do.
    private static let rest = Duration.milliseconds(200)

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: help(
        "Go on until stopped. Several followers share the departments.",
        "停止されるまで続けます。複数起動すると部門を分担します。"))
    var follow = false

    func run() async throws {
      await ProjectionGroup.serve(global) { answer, _, connection in
        StopSignal.watch()
        try await connection.perform { try Projector.limitIdleness(in: $0) }
        let taken = try await self.take(connection)
        answer.give(json: ["events": JSON(taken)]) {
          [answer.say("Took in \(taken) events.", "\(taken) イベントを反映しました。")]
        }
      }
    }

    /// The number of events taken in until stopped or, without `follow`, until there are none.
    private func take(_ connection: Connection) async throws -> Int {
      var taken = 0
      while !StopSignal.wasReceived {
        let count = try await connection.perform { try Projector.takeTurn(in: $0) }
        taken += count
        if count > 0 { continue }
        guard follow else { break }
        try await Task.sleep(for: Self.rest)
      }
      return taken
    }
  }
}

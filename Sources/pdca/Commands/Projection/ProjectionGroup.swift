import ArgumentParser
import Office
import OperatingSystem

/// The read models, as those see them who keep the system running.
struct ProjectionGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "projection", "The read models: their state, rebuilding, checking, following.",
      "リードモデルの状態確認、再構築、検査、追従。",
      subcommands: [
        StatusCommand.self, RebuildCommand.self, CheckCommand.self, RetryCommand.self,
        RunCommand.self,
      ],
      defaultSubcommand: StatusCommand.self)
  }
}

extension ProjectionGroup {
  /// Works on a connection without catching the read models up first, as a desk would.
  static func serve(
    _ global: GlobalOptions, _ work: (Answer, Premises, ProjectionOffice) async throws -> Void
  ) async -> Never {
    await Reception.serve(global) { answer in
      let premises = try Premises.find(global, Configuration())
      let hold = try premises.hold()
      let office = try await ProjectionOffice(at: premises, by: Premises.reach)
      try await work(answer, premises, office)
      await office.close()
      hold?.release()
    }
  }
}

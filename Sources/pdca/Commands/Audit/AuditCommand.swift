import ArgumentParser

struct AuditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "audit", "Who did what and why, what changed, and who has access.",
      "誰が、なぜ、何をしたか、何が変わったか、誰が利用できるかを確認します。",
      subcommands: [
        LogCommand.self, AuditWhyCommand.self, AuditDiffCommand.self, AuditActorsCommand.self,
      ])
  }
}

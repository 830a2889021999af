import ArgumentParser

struct AuditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "audit", "Who did what and why, what changed, and proof that nothing was altered.",
      "誰が、なぜ、何をしたかを確認し、記録が書き換えられていないことを証明します。",
      subcommands: [
        LogCommand.self, AuditWhyCommand.self, AuditDiffCommand.self, AuditActorsCommand.self,
        AuditVerifyCommand.self, AuditSealCommand.self, AuditProveCommand.self,
        AuditCheckProofCommand.self, AuditConsistencyCommand.self,
        AuditCheckConsistencyCommand.self, AuditCheckFileCommand.self,
        AuditRedactCommand.self, AuditSetAsideCommand.self,
        AuditKeyCommand.self,
      ])
  }
}

import ArgumentParser

struct AuditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "audit", "Prove that the log was not changed, to yourself and to outsiders.",
      "記録が書き換えられていないことを、組織の内外に証明します。",
      subcommands: [
        AuditVerifyCommand.self, AuditSealCommand.self, AuditProveCommand.self,
        AuditCheckProofCommand.self, AuditConsistencyCommand.self, AuditRedactCommand.self,
        AuditKeyCommand.self,
      ])
  }
}

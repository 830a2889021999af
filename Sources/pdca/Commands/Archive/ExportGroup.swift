import ArgumentParser

struct ExportGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "export", "Write out what is recorded, in open forms.", "記録を公開形式で書き出します。",
      subcommands: [ExportLogCommand.self, ExportCasesCommand.self])
  }
}

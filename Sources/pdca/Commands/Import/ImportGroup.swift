import ArgumentParser

struct ImportGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "import", "Take in what was recorded elsewhere.", "ほかの場所の記録を取り込みます。",
      subcommands: [ActionsCommand.self, ImportLogCommand.self])
  }
}

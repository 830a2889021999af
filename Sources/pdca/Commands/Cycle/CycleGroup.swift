import ArgumentParser

struct CycleGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "cycle", "Cycles: list, show, link to the next, make a standard of.",
      "ミニPDCAの一覧、詳細、次への関連付け、標準化。",
      subcommands: [
        ListCommand.self, ShowCommand.self, LinkCommand.self, StandardiseCommand.self,
      ])
  }
}

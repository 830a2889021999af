import ArgumentParser

struct VisionCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "vision", "The vision, and the KPIs by which it is measured.", "ビジョンと、それを測るKPI。",
      subcommands: [DeclareCommand.self, ShowCommand.self])
  }
}

import ArgumentParser

struct PolicyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "policy", "The training policy: what people are to be formed, and how.",
      "育成方針と、目指す人材像。",
      subcommands: [SetCommand.self, ReviseCommand.self, ShowCommand.self])
  }
}

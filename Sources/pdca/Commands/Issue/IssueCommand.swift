import ArgumentParser

struct IssueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "issue", "Issues and opinions, raised to the layer that decides them.",
      "現場などからの課題と、その決定。",
      subcommands: [RaiseCommand.self, DecideCommand.self, ListCommand.self, ShowCommand.self])
  }
}

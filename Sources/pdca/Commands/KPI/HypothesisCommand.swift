import ArgumentParser

struct HypothesisCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "hypothesis", "Hypotheses for the causes of signals: propose, test, list.",
      "シグナルの原因仮説の提案、検証、一覧。",
      subcommands: [ProposeCommand.self, TestCommand.self, ListCommand.self])
  }
}

import ArgumentParser

struct ValueAreaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "value-area", "Areas in which generative AI is to create value.", "生成AIで価値を生み出す領域。",
      subcommands: [ChooseCommand.self, ListCommand.self])
  }
}

import ArgumentParser

@main
struct PDCA: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "pdca")
}

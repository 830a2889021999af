import ArgumentParser
import Bilingual
import Glibc
import Terminal

extension Language {
  /// The language of help and of errors met before any option is read.
  static let ofProcess = Language.detect(
    argument: asked(in: CommandLine.arguments), environment: Surroundings.variables)

  private static func asked(in arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { return String(argument.dropFirst(7)) }
      if argument == "--lang", index + 1 < arguments.count { return arguments[index + 1] }
    }
    return nil
  }
}

/// Help in the language of the process.
func help(_ en: String, _ ja: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Language.ofProcess.choose(en, ja))
}

/// An example as lines of at most 78 cells that a shell takes as one, broken before options.
private func folded(_ example: String) -> [String] {
  // No character is wider than its bytes are many.
  if example.utf8.count <= 78 || displayWidth(example) <= 78 { return [example] }
  let breaks = example.ranges(of: " --").map(\.lowerBound).filter {
    example[..<$0].contains { $0 != " " } && displayWidth(String(example[..<$0])) <= 76
  }
  guard let last = breaks.last else { return [example] }
  return [example[..<last] + " \\"] + folded("   " + example[last...])
}

extension CommandConfiguration {
  /// A command's name, its purpose in both languages, and examples of its use.
  static func of(
    _ name: String, _ en: String, _ ja: String, version: String = "", examples: [String] = [],
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil, aliases: [String] = []
  ) -> CommandConfiguration {
    let heading = Language.ofProcess.choose("Examples:", "例:")
    let discussion =
      examples.isEmpty
      ? ""
      : heading + "\n" + examples.flatMap(folded).map { "  \($0)" }.joined(separator: "\n")
    return CommandConfiguration(
      commandName: name, abstract: Language.ofProcess.choose(en, ja), discussion: discussion,
      version: version, subcommands: subcommands, defaultSubcommand: defaultSubcommand,
      aliases: aliases)
  }
}

import ArgumentParser
import Bilingual
import Glibc
import Office
import OperatingSystem
import Postgres
import Terminal

/// Where the process begins: finds the command, or says what was probably meant.
@main
struct Entrance {
  static func main() async {
    ProcessInput.holdStandardDescriptors()
    Interruption.watch()
    if let fault = ProcessInput.fault { refuse(fault) }
    let arguments = settlingNegatives(
      settlingGlobals(settlingToday(settlingWidth(Array(CommandLine.arguments.dropFirst())))))
    if let unknown = unknownCommand(arguments[...], below: PDCA.configuration) { refuse(unknown) }
    if let writing = lookingBackWhileWriting(arguments) { refuse(writing) }
    do {
      var command = try await parsed(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      leave(error)
    }
  }

  /// The command that the words lead to is asked alone: the parser would else look through all of them
  /// before it begins. What that one refuses, and help, is the whole's to tell.
  private static func parsed(_ words: [String]) async throws -> any ParsableCommand {
    if let (leaf, rest) = leaf(words[...], below: PDCA.self), rest.count < words.count,
      let command = try? await leaf.asyncParseAsRoot(Array(rest)), type(of: command) == leaf
    {
      return command
    }
    return try await PDCA.asyncParseAsRoot(words)
  }

  /// The command that the words begin with, and what is left of them; nil for what has others below it.
  private static func leaf(
    _ words: ArraySlice<String>, below parent: any ParsableCommand.Type
  ) -> (any AsyncParsableCommand.Type, ArraySlice<String>)? {
    let children = parent.configuration.subcommands
    if children.isEmpty { return (parent as? any AsyncParsableCommand.Type).map { ($0, words) } }
    guard let word = words.first,
      let child = children.first(where: { $0.configuration.commandName == word })
    else { return nil }
    return leaf(words.dropFirst(), below: child)
  }

  /// Help, or what the parser refuses, in the language of the process.
  private static func leave(_ error: any Error) -> Never {
    let message = PDCA.fullMessage(for: error)
    let harmless = DisplayText.block(message)
    let isJapanese = Language.ofProcess == .japanese
    guard isJapanese || harmless != message else { PDCA.exit(withError: error) }
    let console = Console()
    let words = isJapanese ? ParserWords.japanese(harmless) : harmless
    let text =
      isJapanese && console.hasWidth ? FittedText.help(words, width: console.width) : words
    if PDCA.exitCode(for: error) == .success {
      console.line(text)
    } else {
      console.note(text)
    }
    exit(console.finish(PDCA.exitCode(for: error) == .success ? .ok : .usage, language: .ofProcess))
  }

  /// What an input method leaves in full width: an option's name, and a number behind it.
  private static func settlingWidth(_ words: [String]) -> [String] {
    var settled: [String] = []
    for word in words {
      let narrow = word.halfWidth
      let isName =
        narrow != word && narrow.hasPrefix("--") && narrow.count > 2
        && narrow.dropFirst(2).allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
      let isNumber =
        settled.last?.hasPrefix("--") == true && narrow.allSatisfy { $0.isASCII && $0.isNumber }
      settled.append(isName || isNumber ? narrow : word)
    }
    return settled
  }

  /// `pdca` alone shows the day, where there is a database to ask.
  private static func settlingToday(_ words: [String]) -> [String] {
    withoutGlobals(words).isEmpty && Premises.isNamed(by: words) ? ["today"] + words : words
  }

  /// What every command takes may stand before the command too: `pdca --lang ja review week`. A
  /// command that only has others below it takes none of it: its help follows the language.
  private static func settlingGlobals(_ words: [String]) -> [String] {
    var leading: [String] = []
    var rest = words[...]
    while let count = lengthOfGlobal(rest) {
      leading += rest.prefix(count)
      rest = rest.dropFirst(count)
    }
    let others = withoutGlobals(words)
    if namesGroup(others[...], below: PDCA.configuration) { return others }
    guard let end = rest.firstIndex(of: "--") else { return rest + leading }
    return rest[..<end] + leading + rest[end...]
  }

  /// How many words the global option that comes first takes; nil where none does.
  private static func lengthOfGlobal(_ words: ArraySlice<String>) -> Int? {
    guard let word = words.first else { return nil }
    if ["--json", "--no-input", "--no-pager"].contains(word) { return 1 }
    let names = ["--lang", "--database", "--user", "--color"]
    if names.contains(word) { return 2 }
    return names.contains { word.hasPrefix($0 + "=") } ? 1 : nil
  }

  private static func withoutGlobals(_ words: [String]) -> [String] {
    var kept: [String] = []
    var rest = words[...]
    while let word = rest.first {
      let count = lengthOfGlobal(rest)
      if count == nil { kept.append(word) }
      rest = rest.dropFirst(count ?? 1)
    }
    return kept
  }

  private static func namesGroup(
    _ words: ArraySlice<String>, below parent: CommandConfiguration
  ) -> Bool {
    guard let word = words.first else {
      return !parent.subcommands.isEmpty && parent.defaultSubcommand == nil
    }
    return child(word, below: parent).map { namesGroup(words.dropFirst(), below: $0) } ?? false
  }

  /// Negative numbers that are no option's value go to the end behind `--`, or they would be
  /// taken for options. Where commands take a number as an argument, it is their last.
  private static func settlingNegatives(_ words: [String]) -> [String] {
    if words.contains("--") { return words }
    var kept: [String] = []
    var moved: [String] = []
    for word in words {
      let isValue = kept.last?.hasPrefix("--") ?? false
      if isNegative(word), !isValue { moved.append(word) } else { kept.append(word) }
    }
    return moved.isEmpty ? words : kept + ["--"] + moved
  }

  private static func isNegative(_ word: String) -> Bool {
    let digits = word.halfWidth.drop { $0 == "-" }
    guard word.halfWidth.hasPrefix("-"), !word.hasPrefix("--"),
      digits.drop(while: { $0 == "." || $0 == "¥" }).first?.isNumber == true
    else { return false }
    return digits.allSatisfy { $0.isNumber || ".,/%dwmyeE+-¥円".contains($0) }
  }

  /// The first word that names no subcommand of the command before it.
  private static func unknownCommand(
    _ words: ArraySlice<String>, below parent: CommandConfiguration
  ) -> UnknownCommand? {
    guard let word = words.first, !word.hasPrefix("-"), word != "help" else { return nil }
    if parent.subcommands.isEmpty { return nil }
    guard let child = child(word, below: parent) else {
      var names: [String] = []
      for child in parent.subcommands where child.configuration.shouldDisplay {
        if let name = child.configuration.commandName { names.append(name) }
      }
      return UnknownCommand(text: word, candidates: names)
    }
    return unknownCommand(words.dropFirst(), below: child)
  }

  /// `--as-of` or `--effective` on a command that works at a desk and does more than read.
  private static func lookingBackWhileWriting(_ arguments: [String]) -> DeskError? {
    let words = arguments.prefix { $0 != "--" }
    let option = words.first { word in
      ["--as-of", "--effective"].contains { word == $0 || word.hasPrefix($0 + "=") }
    }
    guard let option, !words.contains("--help"), !words.contains("-h") else { return nil }
    var (type, names): (any ParsableCommand.Type, [String]) = (PDCA.self, [])
    for word in words {
      let children = type.configuration.subcommands
      guard let child = children.first(where: { $0.configuration.commandName == word }) else {
        break
      }
      (type, names) = (child, names + [word])
    }
    guard type is any DeskCommand.Type, !(type is any RetrospectiveCommand.Type) else { return nil }
    return .lookingBack(
      command: names.joined(separator: " "),
      option: option.prefix { $0 != "=" }.description)
  }

  private static func child(
    _ word: String, below parent: CommandConfiguration
  ) -> CommandConfiguration? {
    for child in parent.subcommands {
      let found = child.configuration
      if found.commandName == word { return found }
    }
    return nil
  }

  private static func refuse(_ error: any Error) -> Never {
    let console = Console()
    console.note(Failure(error).text(in: .ofProcess))
    exit(console.finish(.usage, language: .ofProcess))
  }
}

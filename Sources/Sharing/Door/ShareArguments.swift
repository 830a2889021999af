import Bilingual

/// The words after `share`, as `pdca` passes them on once it has read them itself.
struct ShareArguments: Sendable {
  enum Verb: Sendable, Equatable {
    case run(follow: Bool)
    case test(target: String)
    /// - Parameter about: a delivery's occasion, or the id of a thing; nil for what comes next.
    case preview(target: String, about: String?, bodyOnly: Bool)
  }

  let verb: Verb
  var database: String?
  var user: String?
  var language: Language
  var isJSON = false

  struct Fault: Error {}

  /// - Throws: ``Fault`` for words that `pdca` never passes on.
  init(_ words: [String], environment: [String: String]) throws {
    var (flags, plain, options): (Set<String>, [String], [String: String]) = ([], [], [:])
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--follow", "--json", "--body": flags.insert(word)
      case "--database", "--user", "--lang":
        guard let value = rest.popFirst() else { throw Fault() }
        options[word] = value
      case _ where word.hasPrefix("-"): throw Fault()
      default: plain.append(word)
      }
    }
    verb = try Self.verb(plain, flags)
    database = options["--database"]
    user = options["--user"]
    isJSON = flags.contains("--json")
    language = Language.detect(argument: options["--lang"], environment: environment)
  }

  private static func verb(_ words: [String], _ flags: Set<String>) throws -> Verb {
    switch (words.first, words.count) {
    case ("run", 1): .run(follow: flags.contains("--follow"))
    case ("test", 2): .test(target: words[1])
    case ("preview", 2...3):
      .preview(
        target: words[1], about: words.count == 3 ? words[2] : nil,
        bodyOnly: flags.contains("--body"))
    default: throw Fault()
    }
  }
}

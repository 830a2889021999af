import CanonicalJSON
import OperatingSystem
import TestSupport
import Testing

/// docs/json.schema.json says what every command answers with `--json`. A description that lags
/// behind fails here: members that it doesn't know are refused.
@Suite("Answers in JSON, as described")
struct JSONSchemaTests {
  @Test("Every command that takes --json is described, and no other")
  func complete() async throws {
    try await withCommandLine { pdca throws in
      let all = try DescribedCommand.all(pdca).filter { $0.options.contains("json") }.map(\.name)
      #expect(Set(try AnswerSchema.load().commands) == Set(all))
    }
  }

  @Test("The page of answers in JSON is made of their description")
  func page() throws {
    let page = JSONPage(schema: try AnswerSchema.load()).text
    let pinned = PinnedText(at: "\(AnswerSchema.folder)/json.md")
    #expect(try pinned.firstDifference(from: page) == nil)
  }

  @Test("A department's story answers as described, and nothing else would pass for it")
  func story() async throws {
    try await withStillClock { pdca async throws in
      let book = try AnswerBook()
      let story = ReviewStory(book: book)
      try await story.fill(pdca)
      try await story.fillTraining(pdca)
      for words in try Self.predicting() + Self.sharing(pdca) { try book.run(pdca, words) }
      for words in try Self.reading(pdca) { try book.run(pdca, words) }
      for words in try Self.others(pdca) { try book.run(pdca, words) }
      let silent = Set(book.schema.commands).subtracting(book.commands).subtracting(Self.elsewhere)
      #expect(silent.isEmpty, "never answered: \(silent.sorted())")
      try Mutations(seed: 10).refused(of: book)
    }
  }

  /// Commands of the private server, those that would end what the story tells of, and what it has
  /// no signal for.
  private static let elsewhere: Set<String> = [
    "init", "department use", "review calendar", "import actions", "import log", "export log",
    "database start", "database stop", "database backup", "database restore", "database login",
    "database migrate", "database upgrade", "kpi acknowledge", "review acknowledge", "audit redact",
    "audit check-proof",
    // What is recorded of these is told by the same function as of the others.
    "kpi rebase", "hypothesis propose", "hypothesis test", "lesson decline",
    "lesson measure", "design decline", "design change", "review carry",
    "review amend", "review withdraw", "kpi baseline", "department sponsor", "member import",
    "audit key rotate", "audit consistency", "audit check-consistency", "audit set-aside",
    "audit check-file", "audit prove",
    // Of a server that runs.
    "serve run", "serve sessions", "serve end", "serve link",
    // Of a Citus cluster; see DistributionTests.
    "database distribute",
    // Of two servers; see ReplicaCommandTests.
    "database replica publish", "database replica add", "database replica status",
    "database replica remove",
  ]

  private static func reading(_ pdca: CommandLineRunner) throws -> [[String]] {
    try DescribedCommand.all(pdca).filter {
      $0.options.isSuperset(of: ["json", "as-of"])
        && !["review calendar", "audit check-file", "concept sheet"].contains($0.name)
    }.map { command in
      command.path
        + (JSONPinTests.arguments[command.name]
          ?? ReadingCommandsTests.arguments[command.name] ?? [])
    } + [
      ["review", "week", "2026-W02", "--for", "field"],
      ["review", "month", "2026-01", "--for", "executive"],
      ["review", "month", "2026-01", "--for", "promoter"],
      ["review", "month", "2026-01", "-d", "HQ"],
      ["cycle", "list", "--as-of", "SALES@9"],
    ]
  }

  /// Predictions enough to judge them, as ranges and after a precedent.
  private static func predicting() -> [[String]] {
    let plan =
      ["plan", "Range", "--kpi", "quotes", "--predict", "4..6", "--after", "SALES-1"]
      + ["--problem", "Slow", "--change", "Drafts", "--on", "2026-01-05", "--due", "2026-01-20"]
    let levels = [("9", "2025-W50"), ("8", "2025-W51"), ("5", "2026-W02"), ("4", "2026-W03")]
    return [["kpi", "define", "quotes", "Quotes", "--unit", "h", "--direction", "down"]]
      + levels.map { ["kpi", "record", "quotes", $0, "--on", $1] }
      + (5..<15).flatMap { number in
        [
          plan, ["do", "SALES-\(number)", "Drafted", "--on", "2026-01-06"],
          ["check", "SALES-\(number)", "--on", "2026-01-21"],
        ]
      } + [["amend", "SALES-3", "--predict", "3..5", "--reason", "Surer"]]
  }

  /// Targets of every kind, and a mail of nobody knows whom. Nothing is listening where they send to.
  private static func sharing(_ pdca: CommandLineRunner) throws -> [[String]] {
    let (url, token) = (pdca.home + "/url", pdca.home + "/token")
    try TextFile.replace(url, with: "https://hooks.example.com/services/T/B/x\n")
    try TextFile.replace(token, with: "secret_x\n")
    let mail = pdca.home + "/mail"
    for folder in ["", "/new", "/cur", "/tmp"] { try Directory.make(mail + folder) }
    try TextFile.replace(mail + "/new/1", with: "From: a@example.com\n\nDrafted two\n")
    try TextFile.replace(mail + "/addresses", with: "a@example.com sato\n")
    let add = ["share", "add"]
    return [
      add + ["webhook", "hub", "http://127.0.0.1:9/pdca", "--allow-private", "--hours", "9-18"]
        + [
          "--days", "mon-fri", "--for", "field", "-d", "SALES", "--page",
          "https://pdca.example.com",
        ],
      add + ["slack", "sales", "--url-file", url], add + ["teams", "hq", "--url-file", url],
      add + ["notion", "pages", "--source", "1f0e", "--token-file", token],
      add + ["mail", "board", "--to", "a@example.com", "--from", "b@example.com"],
      ["share", "preview", "hub", "SALES-2026-W02"], ["share", "test", "hub"], ["share", "run"],
      ["share", "pause", "hub", "--reason", "Moved"], ["share", "status"], ["share", "list"],
      ["share", "resume", "hub"], ["share", "move", "hub", "http://127.0.0.1:9/other"],
      ["share", "retry", "hub"], ["share", "skip", "hub"], ["share", "remove", "board"],
      ["inbox", mail, "--addresses", mail + "/addresses", "--verified-by", "mx.example.com"],
    ]
  }

  private static func others(_ pdca: CommandLineRunner) throws -> [[String]] {
    let file = pdca.home + "/out"
    try TextFile.replace(
      file + ".csv",
      with: "title,task,with AI,people,kpi,predicted,first step,by\n"
        + "Mail,Answers,Drafts them,Send them,hours,4,Try one,2026-02-06\n")
    return [
      ["audit", "log", "--limit", "3"], ["audit", "actors"], ["audit", "diff", "HQ@1"],
      ["audit", "why", "SALES-1"], ["audit", "verify"], ["audit", "key", "new"],
      ["audit", "key", "show"], ["audit", "seal", "--to", file],
      ["projection", "status"], ["projection", "check"], ["projection", "rebuild"],
      ["projection", "retry"], ["projection", "run"], ["database", "status"],
      ["bi", "describe"], ["bi", "refresh"], ["bi", "check"],
      ["kpi", "chart", "hours", "--output", file + ".json"],
      ["review", "hold", "week", "2026-W03"],
      ["review", "week", "2026-W02", "--output", file + ".html"],
      ["member", "add", "suzuki", "DEV", "promoter"], ["member", "grant", "suzuki", "reviewer"],
      ["member", "revoke", "suzuki", "reviewer"], ["member", "move", "suzuki", "SALES", "field"],
      ["member", "name", "suzuki", "Suzuki Ichiro"], ["member", "away", "tomorrow"],
      ["member", "leave", "sato", "--dry-run"], ["kpi", "retire", "hours", "--dry-run"],
      ["department", "close", "SALES", "--dry-run"],
      ["member", "leave", "suzuki", "--reason", "Moved"],
      ["vision", "declare", "Calm work", "--kpi", "SALES/hours"],
      ["value-area", "choose", "Proposals", "Many"],
      ["policy", "set", "Try first", "Anybody"], ["vision", "show"], ["value-area", "list"],
      ["policy", "show"], ["policy", "revise", "Try twice", "Anybody", "--reason", "Seen"],
      ["kpi", "target", "hours", "4"],
      ["hypothesis", "list"],
      ["plan", "Fourth", "--kpi", "hours", "--predict", "4"]
        + ["--due", "2026-03-01", "--problem", "Slow", "--change", "More drafts"],
      ["do", "SALES-15", "Drafted"], ["withdraw", "SALES-15", "2", "--reason", "Twice"],
      ["cancel", "SALES-15", "--reason", "No time"], ["cycle", "link", "SALES-1", "SALES-3"],
      ["cycle", "standardise", "SALES-1", "Review drafts"], ["cycle", "show", "SALES-1"],
      ["cycle", "show", "SALES-2"], ["cycle", "show", "SALES-3"], ["cycle", "show", "SALES-15"],
      ["department", "show", "DEV"], ["today", "--of", "sato"],
      ["design", "draft", "Next", "--for", "field", "--item", "One"],
      ["design", "add", "HQ-D2", "Two"], ["design", "remove", "HQ-D2", "2", "--reason", "Long"],
      ["lesson", "retire", "SALES-L2", "--reason", "Old"],
      ["concept", "sheet", "--output", file + ".xlsx"], ["concept", "import", file + ".csv"],
      ["export", "cases", "--output", file + ".md"],
      ["subsidy", "plan", "HQ-D1", "--output", file + ".xlsx"],
      ["value", "set", "hours", "4000 JPY", "--basis", "Wages", "--from", "2025-01-01"],
      ["value", "wage", "field", "3000 JPY", "--basis", "Mean"],
      ["value", "area", "hours", "Proposals"], ["value", "indicator", "hours", "documentHours"],
      ["value", "hours", "HQ-D1.1", "6h"], ["value", "subsidy", "HQ-D1", "1000 JPY"],
      ["value", "estimate", "HQ-D1", "hours", "postgres", "--share", "50%", "--confidence", "80%"],
      ["value", "list"], ["roi"],
    ]
  }
}

/// Answers made wrong: a member under another name, or of another kind.
private struct Mutations {
  private var generator: SeededGenerator

  /// Under these an answer may hold anything.
  private static let free: Set<String> = [
    "payload", "positions", "fields", "key", "line", "signals", "origins", "medianHours", "summary",
    "from", "to", "rights",
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Some of each answer; each is refused.
  func refused(of book: AnswerBook) throws {
    var copy = self
    for (command, json) in book.answers {
      let schema = try #require(book.schema.command(command))
      for _ in 0..<8 {
        let (wrong, what) = copy.mutated(json)
        #expect(book.schema.fault(in: wrong, as: schema) != nil, "pdca \(command): \(what)")
      }
    }
  }

  private mutating func mutated(_ json: JSON) -> (JSON, String) {
    guard case .object(var object) = json else { return (.object(["odd": true]), "an object") }
    let keys = object.keys.filter { !Self.free.contains($0) }
    guard let key = keys.randomElement(using: &generator), let value = object[key] else {
      object["odd"] = true
      return (.object(object), "a member more")
    }
    if Bool.random(using: &generator), let inner = deeper(value) {
      object[key] = inner.0
      return (.object(object), "\(key).\(inner.1)")
    }
    object[key] = nil
    object["\(key)Odd"] = value
    return (.object(object), "\(key) renamed")
  }

  /// The same of an object in it; nil where there is none.
  private mutating func deeper(_ value: JSON) -> (JSON, String)? {
    switch value {
    case .object: return mutated(value)
    case .array(var elements):
      guard let place = elements.indices.randomElement(using: &generator),
        let inner = deeper(elements[place])
      else { return nil }
      elements[place] = inner.0
      return (.array(elements), "\(place).\(inner.1)")
    case .string, .number, .bool: return (.object(["odd": value]), "of another kind")
    case .null: return nil
    }
  }
}

import CanonicalJSON
import OperatingSystem
import Postgres
import TestSupport
import Testing

/// Every command, and every part that a person may have in the organization: who may give it is
/// told here once more, apart from the program and the schema. A command that is new fails until it
/// is told who may give it.
@Suite("Every role and every command")
struct CommandMatrixTests {
  @Test("A command that records is refused to whoever lacks its right, and to nobody else")
  func writing() async throws {
    try await withStillClock { pdca async throws in
      let people = try await CommandMatrix.people(pdca)
      let events = {
        try JSON(parsing: try pdca("database", "status", "--json").output).object?["events"]
      }
      var examples: [(path: String, words: [String])] = []
      let story = ReviewStory(before: { words in
        let path = CommandMatrix.path(of: words)
        guard let needed = CommandMatrix.needed[path],
          !examples.contains(where: { $0.path == path })
        else { return }
        examples.append((path, words))
        let before = try #require(try events())
        for person in people where !person.may(needed) {
          let run = try person.pdca.run(words + ["--no-input"])
          #expect(run.status == 77, "\(person.name): \(words)\n\(run)")
          #expect(run.errors.contains(person.refusal(needed)), "\(person.name): \(words)\n\(run)")
        }
        #expect(try events() == before, "\(words)")
      })
      try await story.fill(pdca)
      try await story.fillRest(pdca)
      for step in CommandMatrix.more {
        try story.before(step)
        let run = try pdca.run(step + ["--no-input"])
        #expect([0, 1].contains(run.status), "\(step)\n\(run)")
      }
      let missing = Set(CommandMatrix.needed.keys).subtracting(examples.map(\.path))
      #expect(missing.isEmpty, "never tried: \(missing.sorted())")
      for (path, words) in examples {
        for person in people where person.may(CommandMatrix.needed[path]!) {
          let run = try person.pdca.run(words + ["--no-input"])
          #expect([0, 1].contains(run.status), "\(person.name): \(words)\n\(run)")
        }
      }
    }
  }
}

extension CommandMatrixTests {
  @Test(
    "Every other command is open to members, or to whoever keeps, administers, sends, reads all")
  func others() async throws {
    try await withStillClock { pdca async throws in
      let people = try await CommandMatrix.people(pdca)
      try await ReviewStory().fill(pdca)
      try await ReviewStory().fillTraining(pdca)
      try TextFile.replace("\(pdca.home)/url", with: "https://hooks.example.com/services/T/B/x\n")
      let add = ["share", "add", "slack", "hub", "--url-file", "\(pdca.home)/url"]
      #expect(try pdca.run(add).status == 0)
      #expect(try pdca("audit", "key", "new").status == 0)
      let files = [
        "members.csv": "account,department,layer\nkimura,OPS,field\n",
        "concepts.csv":
          "title,task,with AI,people,kpi,predicted,first step,by\n"
          + "Mail,Answers,Drafts them,Send them,hours,4,Try one,2026-02-06\n",
      ]
      for (name, text) in files { try TextFile.replace("\(pdca.home)/\(name)", with: text) }
      #expect(try pdca("export", "log", "--output", "\(pdca.home)/log.ndjson").status == 0)
      #expect(try pdca("audit", "seal", "--to", "\(pdca.home)/seals").status == 0)
      let seal =
        try "\(pdca.home)/seals/"
        + #require(Directory.entries(of: "\(pdca.home)/seals").first { $0.hasPrefix("DEV-") })
      for command in try DescribedCommand.all(pdca)
      where CommandMatrix.needed[command.name] == nil
        && !CommandMatrix.ownMachines(command.name)
      {
        guard let open = CommandMatrix.open(command) else {
          Issue.record("pdca \(command.name): say who may give it")
          continue
        }
        let own =
          CommandMatrix.arguments[command.name] ?? JSONPinTests.arguments[command.name]
          ?? ReadingCommandsTests.arguments[command.name] ?? []
        let words =
          command.path
          + own.map { $0.replacing("HOME", with: pdca.home).replacing("SEAL", with: seal) }
        for person in people where open.tells(person.name) {
          let run = try person.pdca.run(words + ["--no-input"])
          #expect(
            (run.status == 77) == !person.has(open), "\(person.name): \(words)\n\(run)")
          if open == .members, person.rights.isEmpty {
            #expect(run.errors.contains("is no member's login"), "\(words)\n\(run)")
          } else if run.status == 77 {
            #expect(
              person.words(open).contains { run.errors.contains($0) },
              "\(person.name): \(words)\n\(run)")
          }
        }
      }
    }
  }
}

/// Who may give which command.
enum CommandMatrix {
  /// A right, and the department in which it is needed.
  struct Needed: Equatable {
    let right: String
    let department: String

    init(_ right: String, _ department: String = "SALES") {
      self.right = right
      self.department = department
    }
  }

  /// Who may give a command that needs no right of a department.
  enum Open {
    /// Whoever may connect; what is shown is what they may read.
    case everybody
    /// Whoever is no member is told so, and shown next to nothing.
    case members
    case ownPerson
    /// Whoever reads whole logs.
    case readers
    /// Who administers, by the log and by the server's group.
    case administrators
    case senders
    /// The database's owner.
    case keepers

    /// Whether it is worth a try by that person: what members read is row security's, and tried there for
    /// each of them; what no part gives is tried by those that have most and least.
    func tells(_ name: String) -> Bool {
      switch self {
      case .everybody, .members: ["matrix-field", "matrix-stranger"].contains(name)
      case .keepers, .senders:
        ["matrix-administrator", "matrix-promoter", "matrix-stranger"].contains(name)
      case .readers, .administrators, .ownPerson: true
      }
    }
  }

  struct Person {
    let name: String
    let pdca: CommandLineRunner
    let rights: [String: Set<String>]

    func may(_ needed: Needed) -> Bool {
      rights["*", default: []].contains(needed.right)
        || rights[needed.department, default: []].contains(needed.right)
    }

    func has(_ open: Open) -> Bool {
      switch open {
      case .everybody, .members: true
      case .ownPerson: ["matrix-field", "matrix-administrator"].contains(name)
      case .readers: !["matrix-field", "matrix-machine", "matrix-stranger"].contains(name)
      case .administrators: name == "matrix-administrator"
      case .senders, .keepers: false
      }
    }

    /// What they are told who may not: one of these.
    func words(_ open: Open) -> [String] {
      let more =
        switch open {
        case .everybody, .members: [String]()
        case .ownPerson: ["is changed by matrix-field, or by an administrator"]
        case .readers: ["you may not read the whole log of"]
        case .administrators:
          ["it needs the right to administer", "is not in the group pdca_administrator_"]
        case .senders: ["is not in the group pdca_sender_"]
        case .keepers: ["backups are kept by the database's owner, postgres"]
        }
      return rights.isEmpty ? more + ["is no member's login"] : more
    }

    /// What they are told who lack it.
    func refusal(_ needed: Needed) -> String {
      rights.isEmpty
        ? "\(name) is no member's login"
        : "\(name) may not do this in \(needed.department): it needs the right \(CommandMatrix.rightWords[needed.right]!)."
    }
  }

  private static let rightWords = [
    "record": "to record daily work", "judge": "to check and act on cycles",
    "lead": "to lead KPIs, lessons and practices", "review": "to hold reviews",
    "resolve": "to decide in reviews and on issues", "share": "to roll out and adopt lessons",
    "propose": "to propose hypotheses", "train": "to design training",
    "decide": "to set strategy and approve designs",
    "administer": "to administer the organization",
  ]

  /// Layer, department and roles, with the rights that go with them by department.
  private static let parts:
    [(name: String, words: [String], roles: [String], rights: [String: Set<String>])] =
      [
        ("field", ["SALES", "field"], [], ["SALES": ["record", "judge"]]),
        (
          "promoter", ["SALES", "promoter"], [],
          [
            "SALES": ["record", "judge", "lead", "review", "resolve", "train"],
            "*": ["share", "propose"],
          ]
        ),
        (
          "executive", ["HQ", "executive"], [],
          [
            "HQ": ["record", "judge", "lead", "review", "train"],
            "*": ["resolve", "decide", "share", "propose"],
          ]
        ),
        (
          "reviewer", ["OPS", "field"], ["reviewer"],
          ["OPS": ["record", "judge"], "*": ["review", "resolve", "judge"]]
        ),
        (
          "trainer", ["OPS", "field"], ["trainer"],
          ["OPS": ["record", "judge"], "*": ["train"]]
        ),
        ("auditor", ["OPS", "field"], ["auditor"], ["OPS": ["record", "judge"]]),
        (
          "administrator", ["OPS", "field"], ["administrator"],
          ["OPS": ["record", "judge"], "*": ["administer"]]
        ),
        ("machine", ["SALES", "field", "--machine"], [], ["SALES": ["record", "propose"]]),
        ("stranger", [], [], [:]),
      ]

  /// Joined before anything else happens.
  static func people(_ pdca: CommandLineRunner) async throws -> [Person] {
    #expect(try pdca("department", "add", "OPS", "Operations").status == 0)
    var people: [Person] = []
    for part in parts {
      let name = "matrix-\(part.name)"
      let own = try await pdca.acting(as: name)
      if !part.words.isEmpty {
        let run = try pdca.run(["member", "add", name] + part.words + ["--on", "2025-12-01"])
        guard run.status == 0 else { throw SetUpFailed(step: part.words, run: run) }
      }
      for role in part.roles {
        #expect(try pdca("member", "grant", name, role).status == 0)
      }
      people.append(Person(name: name, pdca: own, rights: part.rights))
    }
    let connection = try await Connection.open(pdca.target)
    let group = try await connection.group("administrator")
    for name in ["matrix-administrator", "matrix-promoter"] {
      try await connection.execute("GRANT \(identifier: group) TO \(identifier: name)")
    }
    await connection.close()
    return people
  }

  static func path(of words: [String]) -> String {
    let two = words.prefix(2).joined(separator: " ")
    return needed[two] == nil ? words[0] : two
  }

  /// What each command that records needs, and where.
  static let needed: [String: Needed] = {
    let stated: [(Needed, String)] = [
      (
        Needed("record"),
        """
        kpi record, kpi correct, plan, amend, do, withdraw, obstacle, cycle link, issue raise
        lesson draft, concept draft, concept start, propose decline, import actions
        """
      ),
      (Needed("judge"), "cancel, check, act, review done"),
      (
        Needed("lead"),
        """
        kpi define, kpi target, kpi retire, kpi baseline, kpi exclude, kpi rebase
        cycle standardise, lesson validate, lesson retire, value set, value indicator
        """
      ),
      (
        Needed("review"),
        """
        kpi acknowledge, review open, review carry, review acknowledge, review close
        review addendum
        """
      ),
      (
        Needed("resolve"),
        """
        issue decide, review decide, review amend, review withdraw, concept choose
        concept decline
        """
      ),
      (Needed("share"), "hypothesis test, lesson propose"),
      (Needed("share", "DEV"), "lesson adopt"),
      (Needed("share", "EAST"), "lesson decline"), (Needed("share", "WEST"), "lesson measure"),
      (Needed("propose"), "hypothesis propose"),
      (
        Needed("train", "HQ"),
        """
        design draft, design add, design remove, design incorporate, design decline
        design schedule, design change, design attend, design evaluate, design cost
        subsidy provider, subsidy curriculum, subsidy hours, subsidy times, subsidy attend
        subsidy expense, subsidy state, subsidy filed, value hours, value subsidy, value estimate
        """
      ),
      (
        Needed("decide", "HQ"),
        """
        vision declare, value-area choose, policy set, policy revise, design approve, value wage
        value area
        """
      ),
      (Needed("administer", "DEV"), "department add"),
      (
        Needed("administer", "HQ"),
        """
        department rename, department close, department sponsor, member add
        member move, member leave, member grant, member revoke, audit set-aside, audit redact
        """
      ),
    ]
    var needed: [String: Needed] = [:]
    for (what, paths) in stated {
      for path in paths.split(whereSeparator: { $0 == "\n" || $0 == "," }) {
        needed[path.trimmingPrefix(while: { $0 == " " }).description] = what
      }
    }
    return needed
  }()

  /// What the story of a January leaves out.
  static let more: [[String]] = [
    ["member", "add", "suzuki", "OPS", "field"], ["member", "move", "suzuki", "SALES", "field"],
    ["department", "sponsor", "SALES", "matrix-executive"],
    ["cycle", "link", "SALES-1", "SALES-3"],
    ["review", "acknowledge", "SALES-2026-W05", "--all", "--note", "Seen"],
    ["value", "indicator", "hours", "documentHours"], ["value", "hours", "HQ-D1.1", "6h"],
    ["audit", "set-aside", "SALES@3", "--reason", "Unreadable"],
  ]

  /// Files, keys and servers of the account that runs them; no log is asked, or the person at work isn't.
  static func ownMachines(_ name: String) -> Bool {
    name.hasPrefix("audit key ") || name.hasPrefix("serve ") || name.hasPrefix("audit check-")
      || [
        "init", "department use", "mcp", "inbox", "database start", "database stop",
        "database watch", "database upgrade", "database restore",
      ].contains(name)
  }

  static func open(_ command: DescribedCommand) -> Open? {
    if let stated = stated[command.name] { return stated }
    return command.options.isSuperset(of: ["as-of", "effective"]) ? .members : nil
  }

  private static let stated: [String: Open] = [
    "projection status": .everybody, "bi describe": .everybody, "bi check": .everybody,
    "database status": .everybody, "database replica status": .everybody,
    "department list": .members, "audit log": .members, "audit actors": .members,
    "audit diff": .members, "audit why": .members, "export cases": .members,
    "review hold": .members,
    "concept import": .members, "share list": .members, "share status": .members,
    "member name": .ownPerson, "member away": .ownPerson,
    "export log": .readers, "audit verify": .readers, "audit seal": .readers,
    "audit prove": .readers, "audit consistency": .readers,
    "member import": .administrators, "share add slack": .administrators,
    "share add notion": .administrators, "share add teams": .administrators,
    "share add webhook": .administrators, "share add mail": .administrators,
    "share move": .administrators, "share pause": .administrators,
    "share resume": .administrators, "share retry": .administrators,
    "share skip": .administrators, "share remove": .administrators,
    "share run": .senders, "share test": .senders, "share preview": .senders,
    "projection run": .keepers, "projection rebuild": .keepers, "projection check": .keepers,
    "projection retry": .keepers, "bi refresh": .keepers, "database migrate": .keepers,
    "database backup": .keepers, "database login": .keepers, "database distribute": .keepers,
    "database replica publish": .keepers, "database replica add": .keepers,
    "database replica remove": .keepers, "import log": .keepers,
  ]

  static let arguments: [String: [String]] = [
    "audit diff": ["HQ@1"], "concept sheet": ["--output", "HOME/sheet.xlsx"],
    "concept import": ["HOME/concepts.csv", "--dry-run"],
    "member name": ["matrix-field", "Field"], "member away": ["tomorrow", "--of", "matrix-field"],
    "member import": ["HOME/members.csv", "--dry-run"],
    "audit seal": ["--to", "HOME/seals"], "audit prove": ["DEV@1", "--out", "HOME/proof"],
    "audit consistency": ["SEAL", "SEAL"],
    "share add slack": ["own", "--url-file", "HOME/url"],
    "share add teams": ["own-teams", "--url-file", "HOME/url"],
    "share add webhook": ["own-hook", "https://hooks.example.com/x"],
    "share add notion": ["own-notion", "--source", "1f0e", "--token-file", "HOME/url"],
    "share add mail": ["own-mail", "--to", "a@example.com", "--from", "b@example.com"],
    "share move": ["hub", "--url-file", "HOME/url"], "share pause": ["hub"],
    "share resume": ["hub"], "share retry": ["hub"], "share skip": ["hub"],
    "share remove": ["hub"], "share test": ["hub"], "share preview": ["hub"],
    "database backup": ["HOME/backup"], "database login": ["matrix-field"],
    "import log": ["HOME/log.ndjson"],
    "database replica add": ["postgresql://pdca_replication@127.0.0.1:9/pdca"],
  ]
}

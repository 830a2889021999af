import ArgumentParser
import Bilingual
import CanonicalJSON
import CivilTime
import EventLog
import Office
import Postgres
import PrivateServer
import Shapes
import Terminal

extension DatabaseCommand {
  struct StatusCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of("status", "Where the database is, and how.", "データベースの場所と状態を表示します。")
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        let premises = try Premises.find(global, Configuration())
        let facts = try await DatabaseFacts.gather(premises)
        answer.give(json: facts.json) { facts.block(answer).lines(answer.layout) }
      }
    }
  }
}

/// What there is to say about a database; nil where nobody answered.
struct DatabaseFacts {
  var place: String
  /// Of a private server: its process, nil when it rests.
  var process: Int32?
  var isPrivate: Bool
  var version: String?
  var schema: SchemaState?
  var events: Int?
  var departments: Int?
  var bytes: Int?
  /// Logs whose last event lies in the server's future.
  var clockLeads: [ClockLead] = []

  /// Looks without starting a server that rests.
  static func gather(_ premises: Premises) async throws -> DatabaseFacts {
    var facts = DatabaseFacts(place: premises.place, isPrivate: premises.isPrivate)
    if case .privateCluster(let cluster, _) = premises {
      guard case .running(let process) = cluster.status else {
        if cluster.status == .missing {
          throw ClusterError.notCreated(directory: cluster.directory)
        }
        return facts
      }
      facts.process = process
    }
    let connection = try await premises.connect()
    let state = try await connection.perform { try DatabaseState(of: $0) }
    await connection.close()
    return facts.with(state)
  }

  private func with(_ state: DatabaseState) -> DatabaseFacts {
    var facts = self
    facts.version = state.version
    facts.bytes = state.bytes
    facts.schema = state.schema
    facts.departments = state.departments
    facts.events = state.events
    facts.clockLeads = state.clockLeads
    return facts
  }

  var json: JSON {
    [
      "place": .string(place), "private": JSON(isPrivate), "process": JSON(process.map { Int($0) }),
      "version": JSON(version), "schema": JSON(schema.map { "\($0)" }),
      "departments": JSON(departments), "events": JSON(events), "bytes": JSON(bytes),
      "clockLeads": .array(
        clockLeads.map { ["department": .string($0.department), "minutes": JSON($0.minutes)] }),
    ]
  }

  func block(_ answer: Answer) -> KeyValueBlock {
    var block = KeyValueBlock()
    block.add(answer.say("Database", "データベース"), Cell(place))
    if isPrivate {
      block.add(answer.say("Server", "サーバー"), server(answer))
    }
    if let version { block.add("PostgreSQL", Cell(version)) }
    if let schema { block.add(answer.say("Schema", "スキーマ"), schemaCell(schema, answer)) }
    if let departments { block.add(answer.say("Departments", "部門"), Cell("\(departments)")) }
    if let events { block.add(answer.say("Events", "イベント"), Cell("\(events)")) }
    if let bytes { block.add(answer.say("Size", "容量"), Cell("\(bytes / 1_048_576) MiB")) }
    for lead in clockLeads {
      block.add(answer.say("Clock", "時計"), Cell(lead.phrase(answer.language), .warn))
    }
    return block
  }

  private func server(_ answer: Answer) -> Cell {
    guard let process else {
      return Cell(answer.say("at rest; a command starts it", "停止中 (コマンド実行時に起動します)"), .dim)
    }
    return Cell(answer.say("running, process \(process)", "稼働中 (プロセス \(process))"), .good)
  }

  private func schemaCell(_ state: SchemaState, _ answer: Answer) -> Cell {
    switch state {
    case .current: Cell(answer.say("current", "最新"), .good)
    case .missing: Cell(answer.say("missing (pdca init)", "未作成 (pdca init)"), .warn)
    case .outdated:
      Cell(
        answer.say("older than this pdca (pdca database migrate)", "旧版 (pdca database migrate)"),
        .warn)
    case .newer: Cell(answer.say("newer than this pdca", "この pdca より新しい版"), .bad)
    }
  }
}

extension ClockLead {
  /// Positions, not clocks, order a log: nothing is lost, but its times can't be trusted.
  var phrase: Phrase {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    let time = [(hours, "時間"), (rest, "分")].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    return Phrase(
      en:
        "\(department)'s log is \(DurationText.text(minutes: minutes)) ahead of the server's clock",
      ja: "\(department) の記録がサーバーの時計より\(time.joined())進んでいます")
  }
}

extension Premises {
  var isPrivate: Bool {
    if case .privateCluster = self { true } else { false }
  }

  /// Where it is, without secrets.
  var place: String {
    switch self {
    case .privateCluster(let cluster, _): cluster.directory
    case .server(let target):
      ["host", "port", "dbname", "user"].compactMap { key in
        target.settings[key].map { "\(key)=\($0)" }
      }.joined(separator: " ")
    }
  }
}

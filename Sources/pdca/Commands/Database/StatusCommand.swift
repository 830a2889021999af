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
      .of(
        "status",
        "Where the database is, and how; status 1 when a projection has stopped or a bound that is "
          + "given is passed.",
        "データベースの場所と状態を表示します。停止中のリードモデルがある場合、または指定した上限を超えた場合は"
          + "終了コード 1 を返します。",
        examples: [
          "pdca database status", "pdca database status --prometheus",
          "pdca database status --max-lag 60 --max-seal-age 86400",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: help(
        "Answer in the text format of Prometheus, for its node exporter's directory or a scrape.",
        "Prometheus のテキスト形式で出力します。"))
    var prometheus = false

    @OptionGroup var bounds: HealthBounds

    func run() async throws {
      await Reception.serve(global) { answer in
        let premises = try Premises.find(global, Configuration())
        let facts = try await DatabaseFacts.gather(premises)
        if prometheus {
          answer.console.line(String(facts.metrics.dropLast()))
        } else {
          answer.give(json: facts.json) { facts.block(answer).lines(answer.layout) }
        }
        if let health = facts.health, bounds.arePassed(by: health) {
          throw ExitStatus(code: .rule)
        }
      }
    }
  }
}

/// From when on a monitor is to raise an alarm; what isn't given has no bound.
struct HealthBounds: ParsableArguments {
  @Option(
    name: .customLong("max-lag"),
    help: help("Seconds that a projection may be behind.", "リードモデルの遅れの上限 (秒)。"))
  var lag: Double?

  @Option(
    name: .customLong("max-seal-age"),
    help: help(
      "Seconds that a log with unsealed events may go without a seal.",
      "未封印のイベントがある場合の、最後の封印からの経過時間の上限 (秒)。"))
  var sealAge: Double?

  @Option(
    name: .customLong("max-transaction"),
    help: help("Seconds that a transaction may be open.", "トランザクションの継続時間の上限 (秒)。"))
  var transaction: Double?

  @Option(
    name: .customLong("max-standby-lag"),
    help: help("Seconds that a standby may be behind.", "待機系の遅れの上限 (秒)。"))
  var standbyLag: Double?

  func arePassed(by health: DatabaseHealth) -> Bool {
    let age = health.seals.filter { $0.unsealed > 0 }.map { $0.age ?? .infinity }.max() ?? 0
    return !health.stopped.isEmpty || health.sealTrouble != nil
      || health.lagSeconds > lag ?? .infinity || sealAge.map { age > $0 } ?? false
      || health.oldestTransaction ?? 0 > transaction ?? .infinity
      || (health.standby.map { $0.seconds ?? .infinity } ?? 0) > standbyLag ?? .infinity
  }
}

extension SealState {
  /// Seconds since it was sealed.
  var age: Double? {
    sealedAt.map { max(0, Double(Instant.now().microseconds - $0.microseconds) / 1_000_000) }
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
  /// Nil where the schema is missing.
  var health: DatabaseHealth?

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
    let sealing = try Sealing.usual
    let (state, health) = try await connection.perform { session in
      let state = try DatabaseState(of: session)
      let isOurs = state.schema == .current
      return (state, try isOurs ? DatabaseHealth(of: session, sealing) : nil)
    }
    await connection.close()
    facts.health = health
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
      "health": health.map(\.json) ?? .null,
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
    health?.add(to: &block, answer)
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

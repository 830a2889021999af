package import Bilingual
package import CanonicalJSON
import CivilTime
import EventLog
package import Office
import Postgres
package import Terminal

extension DatabaseFacts {
  package var json: JSON {
    [
      "place": .string(place), "private": JSON(isPrivate), "process": JSON(process.map { Int($0) }),
      "version": JSON(version), "schema": JSON(schema.map { "\($0)" }),
      "departments": JSON(departments), "events": JSON(events), "bytes": JSON(bytes),
      "clockLeads": .array(
        clockLeads.map { ["department": .string($0.department), "minutes": JSON($0.minutes)] }),
      "health": health.map(\.json) ?? .null,
    ]
  }

  package func block(_ language: Language) -> KeyValueBlock {
    var block = KeyValueBlock()
    block.add(language.choose("Database", "データベース"), Cell(place))
    if isPrivate {
      block.add(language.choose("Server", "サーバー"), server(language))
    }
    if let version { block.add("PostgreSQL", Cell(version)) }
    if let schema { block.add(language.choose("Schema", "スキーマ"), schemaCell(schema, language)) }
    if let departments { block.add(language.choose("Departments", "部門"), Cell("\(departments)")) }
    if let events { block.add(language.choose("Events", "イベント"), Cell("\(events)")) }
    if let bytes { block.add(language.choose("Size", "容量"), Cell("\(bytes / 1_048_576) MiB")) }
    for lead in clockLeads {
      block.add(language.choose("Clock", "時計"), Cell(lead.phrase(language), .warn))
    }
    health?.add(to: &block, language)
    return block
  }

  private func server(_ language: Language) -> Cell {
    guard let process else {
      return Cell(language.choose("at rest; a command starts it", "停止中 (コマンド実行時に起動します)"), .dim)
    }
    return Cell(language.choose("running, process \(process)", "稼働中 (プロセス \(process))"), .good)
  }

  private func schemaCell(_ state: SchemaState, _ language: Language) -> Cell {
    switch state {
    case .current: Cell(language.choose("current", "最新"), .good)
    case .missing: Cell(language.choose("missing (pdca init)", "未作成 (pdca init)"), .warn)
    case .outdated:
      Cell(
        language.choose(
          "older than this pdca (pdca database migrate)", "旧版 (pdca database migrate)"),
        .warn)
    case .newer: Cell(language.choose("newer than this pdca", "この pdca より新しい版"), .bad)
    }
  }
}

extension ClockLead {
  /// Positions, not clocks, order a log: nothing is lost, but its times can't be trusted.
  fileprivate var phrase: Phrase {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    let time = [(hours, "時間"), (rest, "分")].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    return Phrase(
      en:
        "\(department)'s log is \(DurationText.text(minutes: minutes)) ahead of the server's clock",
      ja: "\(department) の記録がサーバーの時計より\(time.joined())進んでいます")
  }
}

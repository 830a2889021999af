package import Bilingual
package import CanonicalJSON
import CivilTime
import EventLog
package import Office
import ReadModels
import Terminal
import Wording

extension DatabaseHealth {
  var json: JSON {
    [
      "lagEvents": JSON(lagEvents), "lagSeconds": Self.rounded(lagSeconds),
      "stopped": .array(stopped.map(\.json)), "excluded": excluded.json,
      "connections": JSON(connections), "connectionLimit": JSON(connectionLimit),
      "oldestTransaction": oldestTransaction.map(Self.rounded) ?? .null,
      "standby": standby?.json ?? .null,
      "seals": .array(
        seals.map { seal in
          [
            "department": .string(seal.department), "events": JSON(seal.events),
            "unsealed": JSON(seal.unsealed), "sealedAt": JSON(text: seal.sealedAt) ?? .null,
          ]
        }),
    ]
  }

  private static func rounded(_ seconds: Double) -> JSON {
    .number((seconds * 1_000).rounded() / 1_000)
  }

  func add(to block: inout KeyValueBlock, _ language: Language) {
    block.add(language.choose("Read models", "リードモデル"), readModels(language))
    for stop in stopped {
      block.add(
        language.choose("Stopped", "停止中"), Cell("\(stop.projection) @ \(safe(stop.event))", .bad))
    }
    for event in excluded {
      block.add(language.choose("Set aside", "除外"), Cell(safe(event.reference), .warn))
    }
    block.add(language.choose("Seals", "封印"), seal(language))
    block.add(
      language.choose("Connections", "接続"), Cell("\(connections) / \(connectionLimit)"))
    if let oldestTransaction {
      block.add(
        language.choose("Oldest transaction", "最長トランザクション"),
        Cell(language.choose("\(Int(oldestTransaction)) s", "\(Int(oldestTransaction)) 秒")))
    }
    if let standby { block.add(language.choose("Standby", "待機系"), Cell(standby.words(language))) }
  }

  private func readModels(_ language: Language) -> Cell {
    if !stopped.isEmpty { return Cell(language.choose("stopped", "停止"), .bad) }
    if lagEvents == 0 { return Cell(language.choose("current", "最新"), .good) }
    let seconds = Int(lagSeconds.rounded())
    return Cell(
      language.choose(
        "\(lagEvents) events behind, \(seconds) s", "\(lagEvents) 件の遅れ (\(seconds) 秒)"), .warn)
  }

  private func seal(_ language: Language) -> Cell {
    if sealTrouble != nil {
      return Cell(
        language.choose("unusable: pdca audit verify", "使用できません: pdca audit verify"), .bad)
    }
    let unsealed = seals.reduce(0) { $0 + $1.unsealed }
    let oldest = seals.compactMap(\.sealedAt).min { $0.microseconds < $1.microseconds }
    guard let oldest else { return Cell(language.choose("none", "なし"), .dim) }
    let minutes = max(0, Int((Instant.now().microseconds - oldest.microseconds) / 60_000_000))
    let age = TimeTaken.age(minutes: minutes)
    return Cell(
      language.choose(
        "\(unsealed) events since; the oldest \(age.en) ago",
        "以後のイベント \(unsealed) 件、最も古いものは \(age.ja)前"))
  }
}

extension StandbyLag {
  package var json: JSON {
    [
      "seconds": seconds.map { JSON.number(($0 * 1_000).rounded() / 1_000) } ?? .null,
      "bytes": JSON(bytes), "primary": JSON(primary) ?? .null,
    ]
  }

  /// How far behind it is.
  package var words: Phrase {
    let seconds = seconds.map { Int($0.rounded()) }
    let from = primary.map { " (\($0))" } ?? ""
    return Phrase(
      en: (seconds.map { "last change \($0) s ago" } ?? "nothing replayed yet")
        + (bytes > 0 ? ", \(bytes) bytes to replay" : "") + from,
      ja: (seconds.map { "最後の反映は \($0) 秒前" } ?? "まだ反映されていません")
        + (bytes > 0 ? "、未反映 \(bytes) バイト" : "") + from)
  }
}

import Bilingual
import CanonicalJSON
import CivilTime
import EventLog
import Office
import Presentation
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

  func add(to block: inout KeyValueBlock, _ answer: Answer) {
    block.add(answer.say("Read models", "リードモデル"), readModels(answer))
    for stop in stopped {
      block.add(
        answer.say("Stopped", "停止中"), Cell("\(stop.projection) @ \(safe(stop.event))", .bad))
    }
    for event in excluded {
      block.add(answer.say("Set aside", "除外"), Cell(safe(event.reference), .warn))
    }
    block.add(answer.say("Seals", "封印"), seal(answer))
    block.add(
      answer.say("Connections", "接続"), Cell("\(connections) / \(connectionLimit)"))
    if let oldestTransaction {
      block.add(
        answer.say("Oldest transaction", "最長トランザクション"),
        Cell(answer.say("\(Int(oldestTransaction)) s", "\(Int(oldestTransaction)) 秒")))
    }
    if let standby { block.add(answer.say("Standby", "待機系"), Cell(standby.words(answer.language))) }
  }

  private func readModels(_ answer: Answer) -> Cell {
    if !stopped.isEmpty { return Cell(answer.say("stopped", "停止"), .bad) }
    if lagEvents == 0 { return Cell(answer.say("current", "最新"), .good) }
    let seconds = Int(lagSeconds.rounded())
    return Cell(
      answer.say(
        "\(lagEvents) events behind, \(seconds) s", "\(lagEvents) 件の遅れ (\(seconds) 秒)"), .warn)
  }

  private func seal(_ answer: Answer) -> Cell {
    if sealTrouble != nil {
      return Cell(
        answer.say("unusable: pdca audit verify", "使用できません: pdca audit verify"), .bad)
    }
    let unsealed = seals.reduce(0) { $0 + $1.unsealed }
    let oldest = seals.compactMap(\.sealedAt).min { $0.microseconds < $1.microseconds }
    guard let oldest else { return Cell(answer.say("none", "なし"), .dim) }
    let minutes = max(0, Int((Instant.now().microseconds - oldest.microseconds) / 60_000_000))
    let age = VerificationReport.age(minutes: minutes)
    return Cell(
      answer.say(
        "\(unsealed) events since; the oldest \(age.en) ago",
        "以後のイベント \(unsealed) 件、最も古いものは \(age.ja)前"))
  }
}

extension StandbyLag {
  var json: JSON {
    [
      "seconds": seconds.map { JSON.number(($0 * 1_000).rounded() / 1_000) } ?? .null,
      "bytes": JSON(bytes), "primary": JSON(primary) ?? .null,
    ]
  }

  /// How far behind it is.
  var words: Phrase {
    let seconds = seconds.map { Int($0.rounded()) }
    let from = primary.map { " (\($0))" } ?? ""
    return Phrase(
      en: (seconds.map { "last change \($0) s ago" } ?? "nothing replayed yet")
        + (bytes > 0 ? ", \(bytes) bytes to replay" : "") + from,
      ja: (seconds.map { "最後の反映は \($0) 秒前" } ?? "まだ反映されていません")
        + (bytes > 0 ? "、未反映 \(bytes) バイト" : "") + from)
  }
}

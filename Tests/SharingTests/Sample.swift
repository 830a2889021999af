import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import Presentation

@testable import Office
@testable import Sharing

/// Messages and targets to try forms with.
enum Sample {
  static let now = Instant(rfc3339: "2026-11-23T00:00:00Z")!

  /// What people may write to break out of a form.
  static let nasty =
    "<!channel> <@U1> <https://evil.example|here> *b* _i_ ~s~ `c` & [x](javascript:1) **B** | # "
    + "<script>alert(1)</script> \u{202E}right \"quote\" \\ 😀 が\u{3099}"

  static func target(
    _ channel: ShareChannel, _ settings: [String: String] = [:], language: Language = .japanese
  ) -> ShareTarget {
    var chosen = ShareSettings(language: language, occasions: [.reviewClosed])
    chosen.page = "https://pdca.example.com"
    chosen.channel = settings
    return ShareTarget(
      name: "sample", channel: channel, reader: Account("sato")!, settings: chosen, since: now,
      addedAt: now, addedBy: Account("sato")!, pause: nil)
  }

  static func secret(_ parts: [ShareSecret.Part: String]) -> ShareSecret {
    parts.reduce(into: ShareSecret()) { $0[$1.key] = $1.value }
  }

  static func message(
    title: String = "営業部 週次レビュー: 2026年11月第3週", lead: String = "指標に変化はありません。",
    sections: [DocumentSection] = [],
    link: String? = "https://pdca.example.com/reviews/SALES-2026-W47"
  ) -> Message {
    Message(
      language: .japanese, kind: .reviewClosed, key: "SALES@120", organization: "例の会社",
      department: "SALES", about: "SALES-2026-W47", title: title, lead: lead, sections: sections,
      facts: [Message.Fact(label: "部門", value: "営業部")], link: link, time: now)
  }

  /// Far more than any channel takes, with nasty text in each place.
  static var huge: Message {
    let items = (1...40).map { "\($0). \(nasty) " + String(repeating: "長い説明の文です。", count: 40) }
    let section = DocumentSection(
      title: "現場の記録から",
      blocks: [
        .paragraph(nasty), .list(items),
        .table(
          columns: ["KPI", "最新値", "目標"], numeric: [1, 2],
          rows: (1...60).map { ["\(nasty) \($0)", "6.4", "6"] }),
        .commands([DocumentCommand(label: nasty, command: "pdca do SALES-12 \"\(nasty)\"")]),
      ])
    var message = message(
      title: nasty + String(repeating: "長い題", count: 200),
      lead: String(repeating: nasty, count: 60),
      sections: Array(repeating: section, count: 8))
    message.facts = (1...14).map { Message.Fact(label: nasty, value: "\($0) \(nasty)") }
    return message
  }
}

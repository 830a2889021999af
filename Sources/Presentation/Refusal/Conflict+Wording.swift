package import Bilingual
import Domain
import EventLog
package import Orders
import Wording

extension OrderError.Conflict {
  /// Events told at most, the latest ones.
  private static let most = 5

  package var refused: Phrase {
    guard !meanwhile.isEmpty else {
      return Phrase(
        en: "\(name) is at version \(version), not \(expected). Nothing was saved.",
        ja: "\(name) の版は \(version) で、\(expected) ではありません。何も保存していません。")
    }
    let told = meanwhile.suffix(Self.most).map(\.told)
    let more = meanwhile.count - told.count
    return Phrase(
      en: "\(name) changed meanwhile. Nothing was saved. Recorded since: "
        + told.map(\.en).joined(separator: "; ") + (more > 0 ? "; \(more) before these." : "."),
      ja: "\(name) はその間に更新されたため、何も保存していません。その間の記録: "
        + told.map(\.ja).joined(separator: "、") + (more > 0 ? "、ほか\(more)件。" : "。"))
  }

  /// The command that shows what was recorded.
  package var listing: String {
    id.map { "pdca log \($0)" } ?? "pdca log --department \(department) --stream \(stream)"
  }

  private var name: String { id ?? "\(department) \(stream)" }

  /// What the stream is about as people type it, such as `OPS-2`; nil for streams without an id.
  private var id: String? {
    Stream(name: stream)?.id(in: department)
  }
}

extension RecordedEvent {
  /// What happened, by whom and where it stands.
  fileprivate var told: Phrase {
    let summary = LogEntry(self).summary ?? Phrase(both: type)
    return Phrase(
      en: "\(summary.en) (\(actor), \(reference))", ja: "\(summary.ja)（\(actor)、\(reference)）")
  }
}

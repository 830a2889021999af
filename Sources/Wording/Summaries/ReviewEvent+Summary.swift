package import Bilingual
import CivilTime
package import Domain

extension ReviewEvent {
  package var summary: Phrase {
    switch self {
    case .opened(let period):
      Phrase(en: "Review of \(period) opened", ja: "\(period) のレビューを開始")
    case .snapshotTaken(let positions, let profile, let version, _, _):
      Phrase(en: "Snapshot taken", ja: "スナップショットを取得").with(
        Phrase(
          en: "\(positions.count) log\(positions.count == 1 ? "" : "s")",
          ja: "\(positions.count)部門の記録"),
        Phrase(both: "\(profile) \(version)"))
    case .decisionMade(let number, let decision, let owner, let due, let about):
      Phrase(en: "Decision \(number)", ja: "決定事項\(number)").stating(decision).with(
        Phrase(both: "\(owner)"), Phrase(en: "due \(due.words.en)", ja: "期限 \(due.words.ja)"),
        about.map(Phrase.init(both:)))
    case .decisionDone(let number, let note):
      Phrase(en: "Decision \(number) done", ja: "決定事項\(number)を完了")
        .with(note.map(Phrase.init(both:)))
    case .decisionAmended(let number, let owner, let due, let reason):
      Phrase(en: "Decision \(number) amended", ja: "決定事項\(number)を変更").with(
        owner.map { Phrase(en: "owner \($0)", ja: "担当 \($0)") },
        due.map { Phrase(en: "due \($0.words.en)", ja: "期限 \($0.words.ja)") }
      ).stating(reason)
    case .decisionWithdrawn(let number, let reason):
      Phrase(en: "Decision \(number) withdrawn", ja: "決定事項\(number)を取り下げ").stating(reason)
    case .itemCarriedOver(let decision, let due, let reason):
      Phrase(
        en: "\(decision) carried over to \(due.words.en)",
        ja: "\(decision) を\(due.words.ja)まで持ち越し"
      ).stating(reason)
    case .closed(let hash, let note, _, _):
      Phrase(en: "Review closed", ja: "レビューを終了").with(
        Phrase(both: "SHA-256 \(hash.prefix(12))…"), note.map(Phrase.init(both:)))
    case .addendumMade(let addendum): Phrase(en: "Addendum", ja: "追記").stating(addendum)
    }
  }
}

package import Bilingual
import Domain
import EventLog
package import Office
import Orders
import Reviews

extension Reprint {
  /// What came out, in a sentence or two.
  package var verdict: Phrase {
    switch standing {
    case .same: pinned.closing.map { asClosed($0.hash) } ?? asOpened
    case .olderForm: asPinnedInOlderForm
    case .redacted: asRedacted
    case .tampered:
      Phrase(
        en: "Differs: the report kept here is not the one that was pinned (hash "
          + "\(pinned.reportHash)): it was tampered with. Made anew from the log.",
        ja: "差異があります: 保存されている内容が、確定時のもの (ハッシュ \(pinned.reportHash)) と異なり、"
          + "改ざんされています。記録から作り直しています。")
    case .changedReport:
      differs(Phrase(en: "report", ja: "内容"), pinned.reportHash, madeHash)
    case .changedActs:
      differs(Phrase(en: "acts", ja: "記録"), pinned.closing?.hash ?? "", closingHash ?? "")
    }
  }

  private var asOpened: Phrase {
    Phrase(en: "As opened, hash \(madeHash).", ja: "開始時の内容と一致しています (ハッシュ \(madeHash))。")
  }

  /// Whether the same would be made today is another statement.
  private func asClosed(_ hash: String) -> Phrase {
    let closed = Phrase(
      en: "As closed, hash \(hash).", ja: "終了時の内容と一致しています (ハッシュ \(hash))。")
    if isMadeSame == true { return closed }
    return Phrase(
      en: "\(closed.en) Shown as it was kept, in form \(pinned.form); this program makes form "
        + "\(ReviewForm.current).",
      ja: "\(closed.ja)保存された書式\(pinned.form)の内容を表示しています (この版の書式は \(ReviewForm.current))。")
  }

  private var asRedacted: Phrase {
    let differs = Phrase(
      en: "Differs: redacted at \(redacted.joined(separator: ", ")).",
      ja: "差異があります: \(redacted.joined(separator: "、")) が墨消しされています。")
    guard closedReport == nil else { return differs }
    return Phrase(
      en: "\(differs.en) Made anew from what is left.", ja: "\(differs.ja)残った記録から作り直しています。")
  }

  private var asPinnedInOlderForm: Phrase {
    let (en, ja) =
      pinned.closing.map {
        ("As closed, hash \($0.hash)", "終了時の事実と一致しています (ハッシュ \($0.hash))")
      } ?? ("As opened", "開始時の事実と一致しています")
    return Phrase(
      en: "\(en): positions, rules and acts are the same. Its form is older (\(olderForm)) and no "
        + "report is kept, so it is made anew in form \(ReviewForm.current).",
      ja: "\(ja)。対象の記録・ルール・記録内容は同じです。書式が古く (\(olderForm))、"
        + "当時の内容は保存されていないため、書式\(ReviewForm.current)で作り直しています。")
  }

  private var olderForm: String {
    "\(pinned.form), \(pinned.snapshot.profile) \(pinned.snapshot.profileVersion)"
  }

  private func differs(_ what: Phrase, _ pin: String, _ found: String) -> Phrase {
    Phrase(
      en: "Differs: the hash of the \(what.en) was \(pin) then and is \(found) now.",
      ja: "差異があります: \(what.ja)のハッシュは当時 \(pin)、現在 \(found) です。")
  }
}

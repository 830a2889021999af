package import Bilingual
package import Proof

extension LogFault {
  /// What is wrong, beginning with where: `SALES@5: …`.
  package func words(in department: String) -> Phrase {
    let detail = reason.words(in: department)
    return Phrase(
      en: "\(department)@\(position): \(detail.en)", ja: "\(department)@\(position): \(detail.ja)")
  }
}

extension LogFault.Reason {
  /// A name for programs, which stays.
  package var code: String {
    switch self {
    case .missing: "missing"
    case .misplaced: "misplaced"
    case .malformed: "malformed"
    case .notCanonical: "notCanonical"
    case .streamVersion: "streamVersion"
    case .ordinal: "ordinal"
    case .recordedEarlier: "recordedEarlier"
    case .leafDiffers: "leafDiffers"
    case .erased: "erased"
    case .redactionDiffers: "redactionDiffers"
    case .idleRedaction: "idleRedaction"
    case .erasedIdentifier: "erasedIdentifier"
    case .erasedNoText: "erasedNoText"
    case .uncommitted: "uncommitted"
    case .rolledBack: "rolledBack"
    case .forked: "forked"
    }
  }

  fileprivate func words(in department: String) -> Phrase {
    switch self {
    case .missing(let last):
      Phrase(
        en: "events are missing from here up to \(department)@\(last).",
        ja: "ここから \(department)@\(last) までのイベントがありません。")
    case .misplaced(let previous):
      Phrase(
        en: "it stands behind \(department)@\(previous).", ja: "\(department)@\(previous) の後ろにあります。"
      )
    case .malformed(let column):
      Phrase(
        en: "the log never writes what its \(column) holds.",
        ja: "\(column) の内容は、ログが書き込むはずのない形です。")
    case .notCanonical:
      Phrase(en: "its payload is not in canonical form.", ja: "内容が正規形の JSON ではありません。")
    case .streamVersion(let stream, let found, let expected):
      Phrase(
        en: "it is version \(found) of \(stream), but version \(expected) comes next.",
        ja: "\(stream) の版 \(found) ですが、次は版 \(expected) のはずです。")
    case .ordinal(let found, let expected):
      Phrase(
        en: "it is event \(found) of its command, but event \(expected) comes next.",
        ja: "コマンド内の順序が \(found) ですが、次は \(expected) のはずです。")
    case .recordedEarlier:
      Phrase(en: "it was recorded before the event before it.", ja: "記録日時が直前のイベントより前です。")
    case .leafDiffers:
      Phrase(
        en: "its columns don't make the hash that is kept of it.",
        ja: "列の内容が、保存されたハッシュと一致しません。")
    case .uncommitted(let place):
      Phrase(
        en: "the text \(place) stands in the line itself, where only a commitment to it belongs.",
        ja: "\(place) の文章が、コミットメントではなく行そのものに入っています。")
    case .erased, .redactionDiffers, .idleRedaction, .erasedIdentifier, .erasedNoText, .rolledBack,
      .forked:
      kept(in: department)
    }
  }

  /// About redactions and kept checkpoints.
  private func kept(in department: String) -> Phrase {
    switch self {
    case .redactionDiffers(let position):
      Phrase(
        en: "it is not as its redaction \(department)@\(position) left it.",
        ja: "墨消し \(department)@\(position) の時点から変わっています。")
    case .idleRedaction(let said?):
      Phrase(
        en: "it says that \(department)@\(said) was redacted, which is not so.",
        ja: "\(department)@\(said) を墨消ししたとありますが、墨消しされていません。")
    case .idleRedaction:
      Phrase(en: "it doesn't say what was redacted.", ja: "墨消しの対象が書かれていません。")
    case .erasedIdentifier(let place):
      Phrase(
        en: "its redaction erased \(place), which is no text that people write.",
        ja: "墨消しで \(place) が消されていますが、これは人が書いた文章ではありません。")
    case .erasedNoText:
      Phrase(
        en: "it is redacted, but no text of it was erased.",
        ja: "墨消しされていますが、消された文章がありません。")
    case .rolledBack(let size, let length):
      Phrase(
        en: "the log ends at \(length), but a checkpoint of \(size) events is kept: "
          + "it was rolled back.",
        ja: "ログは \(length) 件で終わりますが、\(size) 件のチェックポイントがあります。巻き戻されています。")
    case .forked(let size):
      Phrase(
        en: "between here and \(department)@\(size) the log differs from the checkpoint kept: "
          + "it was forked.",
        ja: "ここから \(department)@\(size) までの間が、保管されたチェックポイントと異なります。別の履歴に分岐しています。")
    default:
      Phrase(
        en: "its text and salt are gone, and no redaction says so.",
        ja: "内容と salt が消されていますが、墨消しの記録がありません。")
    }
  }
}

package import Bilingual
package import Office
import Proof
package import Terminal
package import Wording

extension AuditError: Worded {
  package var refused: Phrase {
    switch self {
    case .noKey(let directory):
      Phrase(
        en: "there is no signing key in \(directory).", ja: "\(directory) に署名鍵がありません。")
    case .keyExists(let path):
      Phrase(en: "there is a signing key already: \(path).", ja: "署名鍵は既にあります: \(path)。")
    case .openKey(let path, let mode):
      Phrase(
        en: "others may read the signing key \(path) (mode \(String(mode, radix: 8))), "
          + "which is therefore not used.",
        ja: "署名鍵 \(path) を他人が読めるため (モード \(String(mode, radix: 8)))、使用しません。")
    case .badKey(let path):
      Phrase(en: "\(path) holds no key.", ja: "\(path) は鍵として読み取れません。")
    case .badName(let name):
      Phrase(
        en: "\"\(name)\" can't name a key: no spaces and no plus signs.",
        ja: "「\(name)」は鍵の名前に使えません (空白と + は不可)。")
    case .badCheckpoint(let path, let error): error.refused(path)
    case .foreignCheckpoint(let path, let origin, let expected):
      Phrase(
        en: "\(path) is of \(origin), but this log is \(expected).",
        ja: "\(path) は \(origin) のものですが、このログは \(expected) です。")
    case .noLog(let department):
      Phrase(
        en:
          "There is no log of \(department), although its events or a checkpoint of it are there.",
        ja: "\(department) のイベントまたはチェックポイントがあるのに、ログが登録されていません。")
    case .twoHistories(let one, let other):
      Phrase(
        en: "\(one) and \(other) tell two histories of one log.",
        ja: "\(one) と \(other) は同じログの異なる履歴を示しています。")
    case .unsound(let department, let finding): finding.refused(department)
    case .noEvent(let text):
      Phrase(en: "there is no event \(text).", ja: "イベント \(text) は見つかりません。")
    case .unsealed(let reference):
      Phrase(
        en: "no kept checkpoint covers \(reference), and there is no key to sign one.",
        ja: "\(reference) を含むチェックポイントがなく、署名鍵もありません。")
    case .unproved(let path):
      Phrase(
        en: "\(path) proves nothing: its event is not in the tree of its checkpoint.",
        ja: "\(path) は証明になりません。イベントがチェックポイントの木に含まれていません。")
    case .notOneLog(let old, let new):
      Phrase(
        en: "\(old) and \(new) are not an older and a newer checkpoint of one log.",
        ja: "\(old) と \(new) は、同じログの古いものと新しいものの組ではありません。")
    case .notRedactable(let reference, let reason): reason.refused(reference)
    case .applicable(let reference):
      Phrase(
        en: "\(reference) can be applied, so that it isn't set aside.",
        ja: "\(reference) は問題なく適用できるため、除外できません。")
    case .notAFile(let path):
      Phrase(
        en: "\(path) is no ordinary file, and is not read as a checkpoint.",
        ja: "\(path) は通常のファイルではないため、チェックポイントとして読み取りません。")
    case .misnamed(let path, let expected):
      Phrase(
        en: "\(path) holds the checkpoint that belongs in \(expected).",
        ja: "\(path) の中身は、\(expected) という名前であるべきチェックポイントです。")
    case .inconsistent(let path):
      Phrase(
        en: "\(path) does not prove that the newer checkpoint continues the older one.",
        ja: "\(path) は、新しいチェックポイントが古いものの続きである証明になりません。")
    case .shownMore(let witness, let department, let size, let now):
      Phrase(
        en: "\(witness) was shown \(size) events of \(department), and the log has \(now).",
        ja: "\(witness) には \(department) の \(size) 件が提示済みですが、ログは \(now) 件です。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .noKey: [Step(en: "Make one", ja: "作成する", "pdca audit key new")]
    case .keyExists:
      [Step(en: "Put a new one in its place", ja: "新しい鍵に替える", "pdca audit key rotate")]
    case .openKey(let path, _):
      [Step(en: "Close it to others", ja: "他人の権限を外す", "chmod 600 \(path)")]
    case .badCheckpoint(_, .unknownSigner):
      [
        Step(
          Phrase(
            en: "Give the key that signed it with --key, as its owner handed it to you.",
            ja: "署名した鍵を所有者から受け取り、--key で指定してください。"))
      ]
    case .badCheckpoint(_, .signedForOthers(let names, let origin)):
      [
        Step(
          Phrase(
            en: "Give the key of \(origin) with --key, as its owner handed it to you.",
            ja: "\(origin) の鍵を所有者から受け取り、--key で指定してください。")),
        Step(
          Phrase(
            en:
              "If \(names.joined(separator: ", ")) is its own, say so behind the key in the file: "
              + "<key> \(origin)",
            ja: "\(names.joined(separator: "、")) がこのログ自身の鍵なら、鍵ファイルの鍵の後ろに書いてください: "
              + "<鍵> \(origin)")),
      ]
    case .foreignCheckpoint, .noLog, .twoHistories, .unsound, .shownMore:
      [Step(en: "See what is wrong", ja: "内容を確認する", "pdca audit verify")]
    case .unsealed: [Step(en: "Seal the log", ja: "封印する", "pdca audit seal")]
    case .applicable:
      [
        Step(
          Phrase(
            en: "Where what it says is wrong, record what corrects it.",
            ja: "内容が誤っている場合は、訂正の記録を追加してください。"))
      ]
    case .notAFile, .misnamed:
      [Step(Phrase(en: "Find out who put it there.", ja: "誰が置いたものか確認してください。"))]
    case .inconsistent, .badKey, .badName, .badCheckpoint, .noEvent, .unproved, .notOneLog,
      .notRedactable:
      []
    }
  }
}

extension AuditError {
  package var exitCode: ExitCode {
    switch self {
    case .noKey, .keyExists, .badKey, .badName, .noEvent, .unsealed, .notOneLog: .usage
    case .openKey: .notPermitted
    case .badCheckpoint, .foreignCheckpoint, .noLog, .twoHistories, .unsound, .unproved, .notAFile,
      .misnamed, .inconsistent, .shownMore:
      .tampering
    case .notRedactable, .applicable: .rule
    }
  }
}

extension NoteError {
  fileprivate func refused(_ path: String) -> Phrase {
    switch self {
    case .malformed:
      Phrase(
        en: "\(path) is not in the form of a signed checkpoint.",
        ja: "\(path) は署名付きチェックポイントの形式ではありません。")
    case .badSignature(let name):
      Phrase(
        en: "the signature of \(name) in \(path) is false.", ja: "\(path) の \(name) の署名が正しくありません。")
    case .signedForOthers(let names, let origin):
      Phrase(
        en:
          "no key of \(origin) signed \(path): \(names.joined(separator: ", ")) may be a witness, or "
          + "sign other logs.",
        ja: "\(path) には \(origin) の鍵による署名がありません (署名者 \(names.joined(separator: "、")) は"
          + "証人か、別のログの鍵です)。")
    case .unknownSigner(let names):
      Phrase(
        en: "no known key signed \(path); it is signed by \(names.joined(separator: ", ")).",
        ja: "\(path) は既知の鍵で署名されていません (署名者: \(names.joined(separator: "、")))。")
    }
  }
}

extension LogFinding {
  fileprivate func refused(_ department: String) -> Phrase {
    let first = faults.first.map { $0.words(in: department) } ?? Phrase(both: department)
    return Phrase(
      en: "the log of \(department) was changed. \(first.en)",
      ja: "\(department) のログは変更されています。\(first.ja)")
  }
}

extension AuditError.NoRedaction {
  fileprivate func refused(_ reference: String) -> Phrase {
    switch self {
    case .redactedAlready:
      Phrase(en: "\(reference) is redacted already.", ja: "\(reference) は既に墨消しされています。")
    case .noText:
      Phrase(
        en: "\(reference) holds no text that people wrote; there is nothing to redact.",
        ja: "\(reference) には墨消しの対象となる文章がありません。")
    case .unknownType(let type):
      Phrase(
        en: "\(reference) is of a type this version doesn't know (\(type)), so that its texts "
          + "aren't known either.",
        ja: "\(reference) の種類 (\(type)) はこの版では扱えないため、墨消しする項目を判断できません。")
    }
  }
}

package import Bilingual
package import Office

extension GuardFinding {
  package var words: Phrase {
    switch problem {
    case .missingTrigger:
      Phrase(en: "trigger \(object) is missing.", ja: "トリガー \(object) がありません。")
    case .disabledTrigger:
      Phrase(
        en: "trigger \(object) on \(detail) is not always enabled.",
        ja: "\(detail) のトリガー \(object) が常時有効ではありません。")
    case .changedTrigger:
      Phrase(
        en: "trigger \(object) is another: \(detail)", ja: "トリガー \(object) が変えられています: \(detail)")
    case .extraTrigger:
      Phrase(
        en: "\(detail) has a trigger \(object) that pdca doesn't make.",
        ja: "\(detail) に pdca のものではないトリガー \(object) があります。")
    case .missingFunction:
      Phrase(en: "function \(object) is missing.", ja: "関数 \(object) がありません。")
    case .changedFunction:
      Phrase(
        en: "function \(object) is not this program's.", ja: "関数 \(object) の中身がこの版の pdca と異なります。")
    case .extraFunction:
      Phrase(
        en: "function \(object) of \(detail) is none that pdca makes.",
        ja: "\(detail) の関数 \(object) は pdca のものではありません。")
    case .foreignDefiner:
      Phrase(
        en: "function \(object) runs with the rights of \(detail), who may write to the log.",
        ja: "関数 \(object) は、ログに書き込める \(detail) の権限で実行されます。")
    case .writable:
      Phrase(
        en: "\(object) may be changed by \(detail).", ja: "\(object) を変更できる権限があります: \(detail)。")
    case .creatable:
      Phrase(
        en: "\(detail) may make things in schema \(object).",
        ja: "\(detail) はスキーマ \(object) に作成できます。")
    case .executable:
      Phrase(
        en: "\(detail) may call \(object).", ja: "\(detail) が \(object) を実行できます。")
    case .missingKey:
      Phrase(
        en: "\(object) has no unique key on (\(detail)).",
        ja: "\(object) に一意キー (\(detail)) がありません。")
    case .rewritten:
      Phrase(
        en: "\(object) has a rule \(detail).", ja: "\(object) にルール \(detail) があります。")
    case .inherited:
      Phrase(
        en: "\(object) and \(detail) are parent and child.", ja: "\(object) と \(detail) に継承関係があります。"
      )
    case .otherTypes:
      Phrase(
        en: "\(object) lists \(detail) otherwise than this program.",
        ja: "\(object) の \(detail) の定義が、この版の pdca と異なります。")
    case .otherTexts:
      Phrase(
        en: "\(object) says of \(detail) otherwise than this program what may be erased.",
        ja: "\(object) では、\(detail) の消去できる項目がこの版の pdca と異なります。")
    case .unrestricted:
      Phrase(
        en: "row security of \(object) is not this program's.",
        ja: "\(object) の行単位のアクセス制御が、この版の pdca と異なります。")
    case .otherOwner:
      Phrase(
        en: "\(object) belongs to \(detail), another than the schema's owner.",
        ja: "\(object) の所有者が、スキーマの所有者とは別の \(detail) です。")
    case .otherRights:
      Phrase(
        en: "\(object) says of \(detail) otherwise than the head department's log.",
        ja: "\(object) の \(detail) が、本部のログと一致しません。")
    case .lentToPage:
      Phrase(
        en:
          "\(detail) may take the role of \(object), who keeps the database or may do more than any member.",
        ja: "\(detail) が、データベースの管理権限を持つ \(object) のロールを使えます。")
    }
  }
}

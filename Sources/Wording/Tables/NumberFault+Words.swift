package import Bilingual
package import Tables

extension NumberFault {
  /// Why, as a clause; nil where it is simply none of the forms that are read.
  package var reason: Phrase? {
    switch self {
    case .unreadable: nil
    case .programmersForm:
      Phrase(
        en: "it is a form of programs; write the digits (1000)",
        ja: "プログラム用の表記です。数字で記入してください（1000）")
    case .decimalComma:
      Phrase(
        en: "its comma could be a decimal point; write 12.5, or 1234 without a comma",
        ja: "カンマが小数点か桁区切りか特定できません。12.5 や 1234 のように記入してください")
    case .tooGreat: Phrase(en: "it is too great a number", ja: "数値が大きすぎます")
    case .tooSmall:
      Phrase(
        en: "it is too small a number and would become 0", ja: "数値が小さすぎて 0 になってしまいます")
    case .otherUnit(let unit):
      Phrase(
        en: "\(unit) is not the unit of these numbers; write the number alone",
        ja: "\(unit) はこの数値の単位ではありません。数値のみを記入してください")
    }
  }
}

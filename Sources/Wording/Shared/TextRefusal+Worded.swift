package import Bilingual
package import Domain

extension TextRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .empty(let field):
      Phrase(
        en: "The \(field.words.en) is empty.",
        ja: "\(field.words.ja)が入力されていません。")
    case .tooLong(let field, let length, let limit):
      Phrase(
        en: "The \(field.words.en) is too long: \(length) characters, and \(limit) are allowed.",
        ja: "\(field.words.ja)が長すぎます。上限は\(limit)文字ですが、\(length)文字あります。")
    case .controlCharacter(let field, let scalar, let offset):
      Phrase(
        en: "The \(field.words.en) holds a control character (\(Self.code(scalar))) "
          + "as its character \(offset + 1).",
        ja: "\(field.words.ja)の\(offset + 1)文字目に制御文字（\(Self.code(scalar))）が含まれています。")
    case .replacementCharacter(let field, let offset):
      Phrase(
        en: "The \(field.words.en) was damaged before it came here: its character \(offset + 1) "
          + "stands for bytes that could not be read (U+FFFD).",
        ja: "\(field.words.ja)が文字化けしています。\(offset + 1)文字目が、読み取れなかったことを示す"
          + "文字（U+FFFD）になっています。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .empty: [Step(Phrase(en: "Write a text.", ja: "文章を入力してください。"))]
    case .tooLong:
      [
        Step(
          Phrase(
            en: "Shorten it, or put the details where a link can point to.",
            ja: "短くまとめるか、詳細は別の場所に置いてリンクで示してください。"))
      ]
    case .replacementCharacter:
      [
        Step(
          Phrase(
            en: "Type it again, or save its file as UTF-8.",
            ja: "入力し直すか、元のファイルを UTF-8 で保存してください。"))
      ]
    case .controlCharacter:
      [Step(Phrase(en: "Remove the character.", ja: "その文字を取り除いてください。"))]
    }
  }

  private static func code(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

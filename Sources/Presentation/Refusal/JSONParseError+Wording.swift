package import Bilingual
package import CanonicalJSON

extension JSONParseError {
  /// That a text is no JSON, where and why.
  package var words: Phrase {
    Phrase(
      en: "This is not JSON: \(reason), at byte \(offset + 1).",
      ja: "JSON として読み取れません（\(offset + 1)バイト目）: \(reason.japanese)。")
  }
}

extension JSONParseError.Reason {
  fileprivate var japanese: String {
    switch self {
    case .unexpectedEnd: "値の途中で終わっています"
    case .unexpectedByte(let byte): "予期しないバイト 0x\(String(byte, radix: 16)) があります"
    case .trailingBytes: "値の後に余分な内容があります"
    case .tooDeep(let limit): "入れ子が\(limit)段を超えています"
    case .duplicateKey(let key): "キー「\(key)」が重複しています"
    case .leadingZero: "数値の先頭に余分な 0 があります"
    case .numberOutOfRange: "数値が扱える範囲を超えています"
    case .controlCharacter(let byte):
      "文字列に制御文字 0x\(String(byte, radix: 16)) がそのまま含まれています"
    case .invalidEscape: "バックスラッシュの後の文字が正しくありません"
    case .loneSurrogate: "\\u によるサロゲートペアの片方がありません"
    case .invalidUTF8: "文字列が UTF-8 ではありません"
    }
  }
}

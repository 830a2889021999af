/// What the command-line parser says in English alone, put into Japanese line by line. A line that
/// is not known stays as it is.
enum ParserWords {
  static func japanese(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    for (english, japanese) in wholeLines {
      if let parts = parts(of: line, like: english) {
        return separated(filled(japanese, with: parts))
      }
    }
    return phrases.reduce(line) { replacing($1.0, by: $1.1, in: $0) }
  }

  /// `{}` stands for any text, in the same order in both languages.
  private static let wholeLines = [
    ("Error: Unknown option '{}'. Did you mean '{}'?", "エラー: オプション {} はありません。{} のことですか?"),
    ("Error: Unknown option '{}'", "エラー: オプション {} はありません。"),
    ("Error: Missing value for '{}'", "エラー: {} の値が指定されていません。"),
    ("Error: Missing expected argument '{}'", "エラー: 引数 {} が指定されていません。"),
    ("Error: Missing required subcommand.", "エラー: サブコマンドが指定されていません。"),
    ("Error: Unexpected argument '{}'", "エラー: 余分な引数があります: '{}'"),
    ("Error: {} unexpected arguments: {}", "エラー: 余分な引数が {} 個あります: {}"),
    (
      "Error: The value '{}' is invalid for '{}'. Please provide one of the following:",
      "エラー: 値 '{}' は {} に使えません。次のいずれかを指定してください:"
    ),
    (
      "Error: The value '{}' is invalid for '{}'. Please provide one of {}.",
      "エラー: 値 '{}' は {} に使えません。次のいずれかを指定してください: {}。"
    ),
    ("Error: The value '{}' is invalid for '{}'", "エラー: 値 '{}' は {} に使えません。"),
    (
      "Error: The option '{}' does not take any value, but '{}' was specified.",
      "エラー: オプション {} は値を取りませんが、'{}' が指定されました。"
    ),
    ("Usage: {}", "使い方: {}"), ("Help:  {}", "説明:  {}"),
    ("  See '{}' for more information.", "  詳細は {} で表示できます。"),
    ("  See '{}' for detailed help.", "  各コマンドの詳細は {} で表示できます。"),
    ("OVERVIEW: {}", "概要: {}"), ("USAGE: {}", "使い方: {}"), ("ARGUMENTS:", "引数:"),
    ("OPTIONS:", "オプション:"), ("SUBCOMMANDS:", "サブコマンド:"),
  ]

  /// Within a line.
  private static let phrases = [
    ("Show help information.", "このヘルプを表示します。"), ("Show the version.", "版を表示します。"),
    ("(values:", "(値:"),
    ("; default: ", "、既定値: "), ("(default: ", "(既定値: "),
  ]

  /// The texts that stand for `{}`; nil where the line is another.
  private static func parts(of line: String, like pattern: String) -> [Substring]? {
    var rest = line[...]
    var found: [Substring] = []
    for (place, piece) in pieces(of: pattern).enumerated() {
      if place == 0 {
        guard rest.hasPrefix(piece) else { return nil }
        rest = rest.dropFirst(piece.count)
      } else if piece.isEmpty {
        found.append(rest)
        rest = ""
      } else {
        guard let (before, after) = split(rest, at: piece) else { return nil }
        found.append(before)
        rest = after
      }
    }
    return rest.isEmpty ? found : nil
  }

  private static func filled(_ pattern: String, with parts: [Substring]) -> String {
    let pieces = pieces(of: pattern)
    return zip(pieces.dropFirst(), parts).reduce(pieces[0]) { "\($0)\($1.1)\($1.0)" }
  }

  /// Quoted values in a row, set apart as in Japanese.
  private static func separated(_ line: String) -> String {
    var line = line
    for separator in ["', '", "' or '", "' and '"] {
      while let (before, after) = split(line[...], at: separator) {
        line = "\(before)'、'\(after)"
      }
    }
    return line
  }

  private static func replacing(_ text: String, by other: String, in line: String) -> String {
    guard let (before, after) = split(line[...], at: text) else { return line }
    return "\(before)\(other)\(after)"
  }

  private static func pieces(of pattern: String) -> [String] {
    var pieces: [String] = []
    var rest = pattern[...]
    while let (before, after) = split(rest, at: "{}") {
      pieces.append(String(before))
      rest = after
    }
    return pieces + [String(rest)]
  }

  /// What comes before and after the first place of the text.
  private static func split(_ line: Substring, at text: String) -> (Substring, Substring)? {
    var place = line.startIndex
    while place < line.endIndex {
      if line[place...].hasPrefix(text) {
        return (line[..<place], line[place...].dropFirst(text.count))
      }
      place = line.index(after: place)
    }
    return nil
  }
}

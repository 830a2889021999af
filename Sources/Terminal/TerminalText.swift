import Bilingual

/// Every sentence this target speaks, in each language.
enum TerminalText {
  static func outputFailed(_ reason: String, _ language: Language) -> String {
    language.choose(
      """
      Error: the output is incomplete: writing it failed (\(reason)).
        Make room or choose another destination, then ask for the output again.
        What was saved before stays saved.
      """,
      """
      エラー: 出力が途中で切れています。書き込みに失敗しました（\(reason)）。
        空き容量を確保するか出力先を変えて、もう一度出力してください。
        保存済みの内容はそのまま残っています。
      """)
  }

  static func answerNeeded(_ language: Language) -> String {
    language.choose("An answer is needed.", "入力してください。")
  }

  static func numberNeeded(upTo count: Int, _ language: Language) -> String {
    language.choose(
      "Answer with a number from 1 to \(count).", "1〜\(count) の番号で答えてください。")
  }

  static func keyNeeded(_ count: Int, _ language: Language) -> String {
    language.choose("One of these \(count) keys answers.", "上の\(count)つのキーのいずれかで答えてください。")
  }

  static func invalidInput(_ language: Language) -> String {
    language.choose(
      "The input is not valid UTF-8. Type it again.", "入力が UTF-8 ではありません。もう一度入力してください。")
  }

  static func perSecond(_ rate: Int, _ language: Language) -> String {
    language.choose("\(rate)/s", "毎秒 \(rate) 件")
  }

  static func remaining(_ duration: String, _ language: Language) -> String {
    language.choose("\(duration) left", "残り \(duration)")
  }
}

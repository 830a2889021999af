import Bilingual
import CivilTime
import Office
import Presentation
import Terminal

extension SenderNews {
  /// A line for whoever watches the sender.
  func text(_ language: Language) -> String {
    switch self {
    case .sent(let target, let occasion, let attempts):
      language.choose(
        "\(target): sent \(occasion)\(attempts > 1 ? " at attempt \(attempts)" : "").",
        "\(target): \(occasion) を送信しました\(attempts > 1 ? "（\(attempts)回目）" : "")。")
    case .later(let target, let occasion, let result, let at):
      language.choose(
        "\(target): \(occasion) did not arrive (\(result)); next attempt at \(at.rfc3339.prefix(19))Z.",
        "\(target): \(occasion) を届けられませんでした（\(result)）。次の送信は \(at.rfc3339.prefix(19))Z です。")
    case .aside(let target, let occasion, let result):
      language.choose(
        "\(target): \(occasion) is set aside (\(result)). Try again:  pdca share retry \(target)",
        "\(target): \(occasion) の送信を保留しました（\(result)）。再送する:  pdca share retry \(target)")
    case .paused(let target, let reason):
      language.choose(
        "\(target) is paused: \(reason.words.en). Go on:  pdca share resume \(target)",
        "\(target) を停止しました: \(reason.words.ja)。再開する:  pdca share resume \(target)")
    case .overtaken(let target):
      language.choose(
        "\(target): another sender has taken it over.", "\(target): 別の送信プロセスが担当を引き継ぎました。")
    case .interrupted(let reason):
      language.choose(
        "The database is away (\(reason)). Nothing is lost; connecting again.",
        "データベースに接続できません（\(reason)）。未送信の内容は失われません。再接続します。")
    case .goesOn: language.choose("Going on again.", "再開しました。")
    }
  }
}

extension AttemptResult {
  /// For programs.
  var word: String {
    switch self {
    case .delivered: "delivered"
    case .later(let word, _), .refused(let word), .gone(let word): word
    case .unusable: "unusable"
    }
  }

  /// What came of a trial.
  func sentence(of target: String, _ language: Language) -> String {
    switch self {
    case .delivered:
      language.choose("A trial message reached \(target).", "テストメッセージが \(target) に届きました。")
    case .unusable:
      language.choose(
        "\(target) can't be used: its address, key or token is missing or can't be read.",
        "\(target) は使えません。接続先・キー・トークンのいずれかがないか、読み取れません。")
    case .later(let word, _), .refused(let word), .gone(let word):
      language.choose(
        "The trial message did not reach \(target): \(word).",
        "テストメッセージは \(target) に届きませんでした: \(word)")
    }
  }
}

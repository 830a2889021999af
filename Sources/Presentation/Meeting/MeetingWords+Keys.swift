import Bilingual
package import Domain
package import ReadModels
package import Reviews
package import Terminal

/// The keys that answer in a meeting. What they mean is the same everywhere.
extension PromptKey {
  package static let later = PromptKey.enter(Phrase(en: "later", ja: "後で"))
  package static let leave = PromptKey("q", Phrase(en: "leave", ja: "中断"))
  package static let decide = PromptKey("d", Phrase(en: "decide", ja: "対応を決める"))
  package static let done = PromptKey("d", Phrase(en: "done", ja: "完了"))
  package static let carry = PromptKey("c", Phrase(en: "carry over", ja: "持ち越し"))
  package static let other = PromptKey("o", Phrase(en: "another day", ja: "別の期限"))
  package static let hand = PromptKey("h", Phrase(en: "hand over", ja: "引き継ぎ"))
  package static let withdraw = PromptKey("w", Phrase(en: "withdraw", ja: "取り下げ"))
  package static let check = PromptKey("d", Phrase(en: "done: check it", ja: "完了（評価する）"))
  package static let adopt = PromptKey("a", Phrase(en: "adopt", ja: "採用"))
  package static let adapt = PromptKey("m", Phrase(en: "adapt", ja: "修正"))
  package static let abandon = PromptKey("b", Phrase(en: "abandon", ja: "中止"))
  package static let noteAll = PromptKey("n", Phrase(en: "one note for all", ja: "まとめて見解を記録"))
  package static let noteEach = PromptKey("e", Phrase(en: "one each", ja: "1件ずつ記録"))
  package static let stay = PromptKey("c", Phrase(en: "they stay as they are", ja: "このまま継続"))
  package static let each = PromptKey("e", Phrase(en: "one by one", ja: "1件ずつ確認"))
  package static let validate = PromptKey("v", Phrase(en: "validate", ja: "検証済みにする"))
  package static let close = PromptKey("c", Phrase(en: "close", ja: "終了する"))
  package static let goOn = PromptKey.enter(Phrase(en: "go on", ja: "次へ"))
  package static let leaveOpen = PromptKey.enter(Phrase(en: "leave it open", ja: "開催中のまま終える"))
}

extension MeetingPromise {
  /// What can become of it, each by one key.
  package var keys: [PromptKey] {
    switch self {
    case .decision: [.done, .carry, .other, .hand, .withdraw, .later, .leave]
    case .cycle(let cycle) where cycle.status == .checked:
      [.adopt, .adapt, .abandon, .hand, .later, .leave]
    case .cycle: [.check, .carry, .other, .hand, .withdraw, .later, .leave]
    case .issue: [.decide, .later, .leave]
    }
  }
}

extension MeetingWords {
  /// What `?` shows.
  package var help: [String] {
    [
      say(
        "One key answers; Enter leaves it for later, and q ends the meeting: it goes on where it stopped.",
        "キー1つで答えます。Enter は後回し、q は中断です。中断しても続きから再開できます。"),
      say(
        "c carries over to \(day(agenda.next)), or the later day that it has; o asks for day and reason.",
        "c は\(day(agenda.next))（それより後の期限があればその日）まで持ち越します。o では期限と理由を入力します。"),
      say(
        "Every answer is recorded at once; the log keeps who said it and when.",
        "答えはその都度、記録されます。誰がいつ答えたかは履歴に残ります。"),
    ]
  }

  /// Why something is carried over by one key.
  package var carried: String {
    say("Not done by the meeting on \(agenda.review.period)", "\(agenda.review.period)のレビュー時点で未完了")
  }

  package func staying(of decision: PendingDecision) -> String {
    agenda.report.away[decision.owner] == nil
      ? say("Its day lies ahead", "期限前のため継続") : say("Its owner is away", "担当者が不在のため継続")
  }

  package var handed: String {
    say(
      "Handed over in the meeting on \(agenda.review.period)", "\(agenda.review.period)のレビューで引き継ぎ")
  }

  /// The note that Enter takes.
  package var noted: String { say("Noted in the meeting", "レビューで確認") }

  /// The note on a change that was decided about.
  package func noted(_ decision: String, as id: DecisionID) -> String {
    say("Decided: \(decision) (\(id))", "対応を決定: \(decision)（\(id)）")
  }
}

import Bilingual
import CivilTime
package import Domain

extension ReviewRefusal {
  package var steps: [Step] {
    switch self {
    case .text(let refusal): refusal.steps
    case .periodNotBegun: [.listReviews]
    case .periodNotOver(let review, let ends, _):
      [
        .write(review),
        .close(
          review, en: "Close it from \(ends.adding(days: 1)) on",
          ja: "\(ends.adding(days: 1).words.ja)以降に終了する"),
      ]
    case .notOpened(let review): [.open(review)]
    case .alreadyClosed(let review): [.addendum(review)]
    case .notClosed(let review): [.close(review, en: "Close it first", ja: "先に終了する")]
    case .malformedHash(let review, _): [.write(review)]
    case .machineCannotDecide(let review):
      [.decide(review, en: "Ask a person to run", ja: "担当者に実行してもらう")]
    case .machineCannotCarryOver(let review, let decision):
      [.carry(decision, in: review, en: "Ask a person to run", ja: "担当者に実行してもらう")]
    case .machineCannotAmend(let decision), .nothingToAmend(let decision):
      [
        .amend(decision, en: "Name another owner or day", ja: "担当か期限を指定して変更する")
      ]
    case .machineCannotWithdraw(let decision):
      [
        Step(
          en: "Ask a person to run", "pdca review withdraw \(decision) --reason \"<why>\"",
          ja: "担当者に実行してもらう", "pdca review withdraw \(decision) --reason \"<理由>\"")
      ]
    case .machineCannotClose(let review):
      [.close(review, en: "Ask a person to run", ja: "担当者に実行してもらう")]
    case .notAMember(let review, _):
      [.decide(review, en: "Name a member", ja: "メンバーを指定する")]
    case .notInReview(let review, _):
      [
        .write(review),
        .decide(review, en: "or decide without --about", ja: "または --about を付けずに決定する"),
      ]
    case .dueInThePast:
      [
        Step(
          Phrase(
            en: "Give today or a later day as --due.", ja: "--due に今日以降の日付を指定してください。"))
      ]
    case .unknownDecision(let decision): [.write(decision.review), .listReviews]
    case .nothingToCarryOver(let review, _): [.write(review)]
    case .alreadyDone(let decision), .alreadyWithdrawn(let decision, _):
      [.decide(decision.review, en: "Decide anew", ja: "新たに決定する")]
    case .itemsLeft(let review, let signals, let decisions):
      signals.map(Step.acknowledge) + decisions.flatMap { Step.finish($0.id, in: review) }
    }
  }
}

extension Step {
  fileprivate static var listReviews: Step {
    Step(en: "See the reviews there are", ja: "レビューの一覧を見る", "pdca review list")
  }

  fileprivate static func open(_ review: ReviewID) -> Step {
    Step(en: "Open it", ja: "開始する", "pdca review open \(review)")
  }

  /// The command that writes the review's report.
  fileprivate static func write(_ review: ReviewID) -> Step {
    let verb =
      switch review.period.kind {
      case .weekly: "week"
      case .monthly: "month"
      }
    return Step(
      en: "See the review", ja: "レビューの内容を見る", "pdca review \(verb) \(review)")
  }

  fileprivate static func addendum(_ review: ReviewID) -> Step {
    Step(
      en: "Add what is missing", "pdca review addendum \(review) \"<text>\"",
      ja: "追記する", "pdca review addendum \(review) \"<追記>\"")
  }

  fileprivate static func close(_ review: ReviewID, en: String, ja: String) -> Step {
    Step(en: en, ja: ja, "pdca review close \(review)")
  }

  fileprivate static func decide(_ review: ReviewID, en: String, ja: String) -> Step {
    let command = "pdca review decide \(review)"
    return Step(
      en: en, "\(command) \"<decision>\" --owner <account> --due <date>",
      ja: ja, "\(command) \"<決定内容>\" --owner <アカウント> --due <日付>")
  }

  fileprivate static func carry(
    _ decision: DecisionID, in review: ReviewID, en: String, ja: String
  ) -> Step {
    let command = "pdca review carry \(review) \(decision)"
    return Step(
      en: en, "\(command) --due <date> --reason \"<why>\"",
      ja: ja, "\(command) --due <日付> --reason \"<理由>\"")
  }

  fileprivate static func amend(_ decision: DecisionID, en: String, ja: String) -> Step {
    let command = "pdca review amend \(decision)"
    return Step(
      en: en, "\(command) --owner <account> --due <date> --reason \"<why>\"",
      ja: ja, "\(command) --owner <アカウント> --due <日付> --reason \"<理由>\"")
  }

  fileprivate static func finish(_ decision: DecisionID, in review: ReviewID) -> [Step] {
    [
      Step(
        en: "Say that it is done", ja: "完了を記録する", "pdca review done \(decision)"),
      .carry(decision, in: review, en: "or carry it over", ja: "または持ち越す"),
    ]
  }

  fileprivate static func acknowledge(_ open: OpenSignal) -> Step {
    let command =
      "pdca kpi acknowledge \(open.kpi) \(open.signal.rule) \(open.signal.period)"
    return Step(
      en: "Acknowledge the signal", "\(command) \"<note>\"",
      ja: "シグナルを確認する", "\(command) \"<見解>\"")
  }
}

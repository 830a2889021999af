package import Bilingual
package import Domain

extension ReviewRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .periodNotBegun(let review, let begins, let today):
      Phrase(
        en:
          "The \(review.name.en) cannot be opened: its period begins on \(begins), and today is \(today).",
        ja:
          "\(review.name.ja) はまだ開始できません。対象期間は\(begins.words.ja)に始まります（今日は\(today.words.ja)です）。"
      )
    case .periodNotOver(let review, let ends, let today):
      Phrase(
        en:
          "The \(review.name.en) cannot be closed yet: its period lasts until \(ends), and today is \(today).",
        ja: "\(review.name.ja) はまだ終了できません。対象期間は\(ends.words.ja)までです（今日は\(today.words.ja)です）。")
    case .notOpened(let review):
      Phrase(
        en: "The \(review.name.en) has not been opened.",
        ja: "\(review.name.ja) はまだ開始されていません。")
    case .alreadyClosed(let review):
      Phrase(
        en: "The \(review.name.en) is closed: it stays as it was.",
        ja: "\(review.name.ja) は終了しているため、変更できません。")
    case .notClosed(let review):
      Phrase(
        en: "The \(review.name.en) takes no addendum yet: it is still open.",
        ja: "\(review.name.ja) は実施中です。追記は終了後にのみ行えます。")
    case .malformedHash(let review, let hash):
      Phrase(
        en:
          "The report of the \(review.name.en) cannot be pinned: \"\(hash)\" is not a SHA-256 of 64 lower-case hexadecimal digits.",
        ja:
          "\(review.name.ja) の内容を固定できません。「\(hash)」はSHA-256（小文字の16進数64桁）ではありません。")
    case .machineCannotDecide(let review):
      Phrase(
        en:
          "A machine account cannot decide in the \(review.name.en): it proposes, and people decide.",
        ja: "\(review.name.ja) では、自動処理用のアカウントは決定できません。自動処理は提案し、人が決めます。")
    case .machineCannotCarryOver(_, let decision):
      Phrase(
        en: "\(decision) cannot be carried over by a machine account: people decide on a new date.",
        ja: "決定事項 \(decision) は自動処理用のアカウントでは持ち越せません。新しい期限は人が決めます。")
    case .machineCannotAmend(let decision):
      Phrase(
        en: "\(decision) cannot be changed by a machine account: people decide on owners and days.",
        ja: "決定事項 \(decision) は自動処理用のアカウントでは変更できません。担当と期限は人が決めます。")
    case .machineCannotWithdraw(let decision):
      Phrase(
        en:
          "\(decision) cannot be withdrawn by a machine account: people answer for what they decided.",
        ja: "決定事項 \(decision) は自動処理用のアカウントでは取り下げられません。取り下げは人が判断します。")
    case .machineCannotClose(let review):
      Phrase(
        en: "The \(review.name.en) cannot be closed by a machine account: people answer for it.",
        ja: "\(review.name.ja) は自動処理用のアカウントでは終了できません。終了は人が判断します。")
    case .notAMember(_, let account):
      Phrase(
        en: "\(account) cannot own a decision: the account is no member of the organization.",
        ja: "\(account) は組織のメンバーではないため、決定事項の担当者にできません。")
    case .notInReview(let review, let about):
      Phrase(
        en:
          "A decision of the \(review.name.en) cannot be about \(about): the review names no such KPI, cycle, issue, lesson, training design or decision.",
        ja:
          "\(about) は \(review.name.ja) の対象に含まれていないため、決定事項の対象にできません（KPI、ミニPDCA、課題、教訓、研修設計、決定事項のいずれにも該当がありません）。"
      )
    case .dueInThePast(_, let due, let today):
      Phrase(
        en: "A decision cannot be due on \(due): today is \(today).",
        ja: "期限を\(due.words.ja)にはできません。今日は\(today.words.ja)です。")
    case .unknownDecision(let decision):
      Phrase(
        en: "There is no decision \(decision).",
        ja: "決定事項 \(decision) はありません。")
    case .nothingToCarryOver(let review, let decision):
      Phrase(
        en:
          "\(decision) cannot be carried over in the \(review.name.en): it is no unfinished decision of this review, or of an earlier one that is as long.",
        ja:
          "決定事項 \(decision) は、\(review.name.ja) では持ち越せません。このレビューにも、同じ種類（週次・月次）の以前のレビューにも、未完了の決定事項として残っていません。"
      )
    case .alreadyDone(let decision):
      Phrase(
        en: "\(decision) stays as it is: it has been done.",
        ja: "決定事項 \(decision) は完了しているため、変更や持ち越しはできません。")
    case .alreadyWithdrawn(let decision, let reason):
      Phrase(
        en: "\(decision) stays as it is: it was withdrawn (\(reason)).",
        ja: "決定事項 \(decision) は取り下げ済みです（理由: \(reason)）。変更や完了の記録はできません。")
    case .nothingToAmend(let decision):
      Phrase(
        en: "Nothing of \(decision) is to change: neither another owner nor another day was named.",
        ja: "決定事項 \(decision) の変更内容がありません。担当か期限を指定してください。")
    case .itemsLeft(let review, let signals, let decisions):
      review.leftOpen(signals, decisions)
    }
  }
}

extension ReviewID {
  /// What people call it, without an article.
  var name: Phrase {
    switch period.kind {
    case .weekly: Phrase(en: "weekly review \(self)", ja: "週次レビュー \(self)")
    case .monthly: Phrase(en: "monthly analysis \(self)", ja: "月次分析 \(self)")
    }
  }

  fileprivate func leftOpen(_ signals: [OpenSignal], _ decisions: [OpenDecision]) -> Phrase {
    var left: [Phrase] = []
    if !signals.isEmpty {
      left.append(
        Phrase(
          en: "signals that nobody acknowledged: \(signals.map(\.english).joined(separator: ", "))",
          ja: "未確認のシグナル：\(signals.map(\.japanese).joined(separator: "、"))"))
    }
    if !decisions.isEmpty {
      left.append(
        Phrase(
          en:
            "decisions neither done nor carried over: \(decisions.map(\.english).joined(separator: ", "))",
          ja: "完了も持ち越しもされていない決定事項：\(decisions.map(\.japanese).joined(separator: "、"))"))
    }
    return Phrase(
      en: "The \(name.en) cannot be closed. Left are \(left.map(\.en).joined(separator: "; ")).",
      ja: "\(name.ja) は終了できません。\(left.map(\.ja).joined(separator: "／"))")
  }
}

extension OpenSignal {
  fileprivate var english: String { "\(kpi) (\(signal.ruleWords.en), \(signal.period))" }
  fileprivate var japanese: String { "\(kpi)（\(signal.ruleWords.ja)、\(signal.period.words.ja)）" }
}

extension OpenDecision {
  fileprivate var english: String { "\(id) (due \(due))" }
  fileprivate var japanese: String { "\(id)（期限：\(due.words.ja)）" }
}

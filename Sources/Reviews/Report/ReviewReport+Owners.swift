package import Bilingual
package import CivilTime
package import Domain
package import ReadModels
import Wording

/// Who sees to what, and who no longer can.
extension ReviewReport {
  /// The day on which the account left the organization; nil for one who hasn't.
  package func left(_ owner: Account?) -> LocalDate? {
    owner.flatMap { background.left[$0] }.map { material.span.zone.date(at: $0) }
  }

  /// A sentence on an owner who has left or is away, with a space before it where the language has one; empty
  /// for one who is there.
  package func gone(_ owner: Account?) -> Phrase {
    guard let owner else { return Phrase(both: "") }
    let name = names(owner)
    if let day = left(owner) {
      return Phrase(
        en: " Its owner, \(name), left on \(day.prose.en).",
        ja: "担当の\(name)は\(day.prose.ja)に退任しています。")
    }
    guard let day = away[owner] else { return Phrase(both: "") }
    return Phrase(
      en: " \(name) is away until \(day.prose.en).", ja: "\(name)は\(day.prose.ja)まで不在です。")
  }

  /// A sentence that says how often it was put off, and where it goes when that is too often.
  package func putOff(_ decision: PendingDecision) -> Phrase {
    let (times, carried) = (decision.putOff, decision.carried)
    guard times > ImprovementThresholds.mostPutOff else {
      return Phrase(
        en: carried == 0
          ? "" : " It was carried over \(carried == 1 ? "once" : "\(carried) times").",
        ja: carried == 0 ? "" : "持ち越しは\(carried)回です。")
    }
    let sponsor = sponsor(of: decision.id.review.department)
    return Phrase(
      en: " It was put off \(times) times: it goes to the sponsor"
        + (sponsor.map { ", \(names($0))." } ?? ", and there is none."),
      ja: "延期が\(times)回になったため、スポンサー"
        + (sponsor.map { "（\(names($0))）に判断を求めます。" } ?? "の判断が必要ですが、スポンサーが未定です。"))
  }

  /// What settles an unfinished decision: whoever can decide on it does.
  func settling(_ decision: PendingDecision) -> ReviewStep {
    let sponsor = sponsor(of: decision.id.review.department)
    if decision.putOff > ImprovementThresholds.mostPutOff, decision.owner != sponsor {
      return .hand(decision, to: sponsor, atSponsors: true)
    }
    return left(decision.owner) == nil
      ? .finish(decision, in: review) : .hand(decision, to: sponsor, atSponsors: false)
  }
}

extension ReviewStep {
  fileprivate static func hand(
    _ decision: PendingDecision, to owner: Account?, atSponsors: Bool
  ) -> Self {
    let head = "pdca review amend \(decision.id) --owner"
    let label =
      atSponsors
      ? Phrase(
        en: "Hand to the sponsor, or withdraw: \(decision.decision)",
        ja: "スポンサーに引き継ぐか取り下げる: \(decision.decision)")
      : Phrase(
        en: "Hand to another owner: \(decision.decision)", ja: "担当を引き継ぐ: \(decision.decision)")
    let name = atSponsors ? owner.map { "\($0)" } : nil
    return ReviewStep(
      kind: .finishDecision, about: "\(decision.id)", label: label,
      command: Phrase(
        en: head + " \(name ?? "<account>") --due +1w --reason \"<why>\"",
        ja: head + " \(name ?? "<アカウント>") --due +1w --reason \"<理由>\""))
  }

  static func hand(_ cycle: CycleRow) -> Self {
    let head = "pdca amend \(cycle.id) --owner"
    return ReviewStep(
      kind: .doCycle, about: "\(cycle.id)",
      label: Phrase(en: "Hand to another owner: \(cycle.title)", ja: "担当を引き継ぐ: \(cycle.title)"),
      command: Phrase(
        en: head + " <account> --reason \"<why>\"", ja: head + " <アカウント> --reason \"<理由>\""))
  }
}

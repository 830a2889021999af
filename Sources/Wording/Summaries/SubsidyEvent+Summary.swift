package import Bilingual
import CivilTime
package import Domain

extension SubsidyEvent {
  package var summary: Phrase {
    switch self {
    case .providerContracted(let provider):
      Phrase(en: "Training contracted with", ja: "研修機関との契約").stating(provider.name).with(
        provider.delivery.words, provider.contractedOn.map(\.words))
    case .curriculumSet(let subjects):
      Phrase(en: "Curriculum set", ja: "カリキュラムを設定").with(
        Phrase(
          en: "\(subjects.count) subject\(subjects.count == 1 ? "" : "s")",
          ja: "\(subjects.count)科目"),
        HoursText.words(minutes: subjects.reduce(0) { $0 + $1.minutes }))
    case .workingHoursStated(let hours):
      Phrase(en: "Scheduled working hours \(hours.span)", ja: "所定労働時間 \(hours.span)")
        .with(hours.accounts.isEmpty ? nil : Phrase(listing: hours.accounts))
    case .timesPlanned(let session, let parts):
      Phrase(
        en: "Times of session \(session) planned", ja: "第\(session)回の時間割を計画"
      ).with(Self.whole(parts))
    case .timesRecorded(let session, let parts):
      Phrase(
        en: "Times of session \(session) recorded", ja: "第\(session)回の実施時間を記録"
      ).with(Self.whole(parts))
    case .attendanceTimed(let session, let account, let span):
      Phrase(
        en: "\(account) attended session \(session), \(span)",
        ja: "\(account) が第\(session)回に出席（\(span)）")
    case .attendanceWithdrawn(let session, let account, let reason):
      Phrase(
        en: "Times of \(account) in session \(session) withdrawn",
        ja: "\(account) の第\(session)回の出席時間を取消"
      ).stating(reason)
    case .expenseRecorded(let expense):
      Phrase(en: "Expense \(expense.amount.prose.en)", ja: "経費\(expense.amount.prose.ja)")
        .stating(expense.what).with(expense.kind.words)
    case .conditionStated(let condition, let holds, let note):
      Phrase(
        en: "Stated: \(condition.words.en): \(holds ? "yes" : "no")",
        ja: "申告 \(condition.words.ja): \(holds ? "該当" : "非該当")"
      ).with(note.map(Phrase.init(both:)))
    case .filed(let paper, let day, let reference):
      Phrase(
        en: "\(paper.words.en) filed on \(day.words.en)", ja: "\(paper.words.ja)を\(day.words.ja)に提出"
      ).with(reference.map(Phrase.init(both:)))
    }
  }

  private static func whole(_ parts: [DayPart]) -> Phrase? {
    guard let from = parts.map(\.span.from).min(), let to = parts.map(\.span.to).max() else {
      return nil
    }
    return Phrase(both: "\(ClockSpan(from: from, to: to))")
  }
}

package import Bilingual
import CivilTime
package import Domain

extension DesignEvent {
  package var summary: Phrase {
    switch self {
    case .drafted(let title, let audience, let items):
      Phrase(en: "Training design drafted", ja: "研修設計を起案").stating(title).with(
        Phrase(joining: audience.map(\.words)),
        Phrase(en: "\(items.count) item\(items.count == 1 ? "" : "s")", ja: "\(items.count)項目"))
    case .itemAdded(let item):
      Phrase(en: "Item \(item.number) added", ja: "項目\(item.number)を追加").stating(item.title).with(
        Phrase.byMachine(item.byMachine))
    case .itemRemoved(let number, let reason):
      Phrase(en: "Item \(number) removed", ja: "項目\(number)を削除").stating(reason)
    case .lessonIncorporated(let lesson, let item):
      Phrase(
        en: "\(lesson) incorporated as item \(item)", ja: "教訓 \(lesson) を項目\(item)に反映")
    case .lessonDeclined(let lesson, let reason):
      Phrase(en: "\(lesson) not taken up", ja: "教訓 \(lesson) は見送り").stating(reason)
    case .approved(let note, _):
      Phrase(en: "Approved", ja: "承認").with(note.map(Phrase.init(both:)))
    case .sessionScheduled(let session): session.summary
    case .sessionChanged(let session, let date, let cancelled, let reason):
      Self.changed(session, date, cancelled).stating(reason)
    case .attendanceRecorded(let session, let accounts):
      Phrase(
        en: "Attended session \(session): \(accounts.count)",
        ja: "第\(session)回の出席 \(accounts.count)名"
      ).with(Phrase(listing: accounts))
    case .evaluationRecorded(let session, let level, let score, let note, let points):
      Phrase(
        en: "Session \(session) evaluated at level \(level)", ja: "第\(session)回のレベル\(level)評価"
      ).with(
        score.map { Phrase(both: "\($0.words)%") }, note.map(Phrase.init(both:)),
        points.isEmpty ? nil : Phrase(listing: points))
    case .costRecorded(let session, let what, let amount, let kind):
      Phrase(en: "Cost \(amount.prose.en)", ja: "費用\(amount.prose.ja)").stating(what).with(
        kind?.words, session.map { Phrase(en: "session \($0)", ja: "第\($0)回") })
    }
  }

  private static func changed(_ session: Int, _ date: LocalDate?, _ cancelled: Bool) -> Phrase {
    if cancelled { return Phrase(en: "Session \(session) cancelled", ja: "第\(session)回を中止") }
    guard let date else {
      return Phrase(en: "Session \(session) changed", ja: "第\(session)回を変更")
    }
    return Phrase(
      en: "Session \(session) moved to \(date.words.en)",
      ja: "第\(session)回を\(date.words.ja)に変更")
  }
}

extension TrainingSession {
  fileprivate var summary: Phrase {
    Phrase(
      en: "Session \(number) on \(date.words.en)", ja: "第\(number)回を\(date.words.ja)に予定"
    ).stating(title).with(
      Phrase(joining: layers.map(\.words)), overrideReason.map(Phrase.init(both:)))
  }
}

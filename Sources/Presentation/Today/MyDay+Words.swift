package import Bilingual
package import CanonicalJSON
import CivilTime
package import Domain
import ReadModels
package import Reviews
package import Terminal
import Wording

extension MyDay {
  /// What is mine, each with the command that settles it.
  package func lines(
    _ language: Language, _ layout: Layout, calling names: PeopleNames = PeopleNames()
  ) -> [String] {
    let name = names(member.account)
    let title = language.choose(
      "\(today.prose.en): \(name), \(member.home)", "\(today.prose.ja) \(name)（\(member.home)）")
    let sections = [
      section(language.choose("Late", "期限切れ"), late, language),
      section(language.choose("This week and waiting", "今週の予定と対応待ち"), coming, language),
      section(language.choose("Going on", "実施中"), open, language),
    ].compactMap(\.self)
    guard !sections.isEmpty else {
      return layout.heading(title) + layout.paragraph(nothing(language))
    }
    return layout.heading(title) + sections.flatMap { $0.lines(layout) }
  }

  private func nothing(_ language: Language) -> String {
    language.choose(
      "Nothing is due and no cycle of yours is open. Plan one:  pdca plan \"<title>\"",
      "期限の来ている項目も、担当している実施中のミニPDCAもありません。計画する:  pdca plan \"<題名>\"")
  }

  private func section(
    _ title: String, _ items: [DayItem], _ language: Language
  ) -> DocumentSection? {
    if items.isEmpty { return nil }
    let commands = items.map { item in
      DocumentCommand(
        label: item.step.label(language) + note(item, language),
        command: item.step.command(language))
    }
    return DocumentSection(title: title, blocks: [.commands(commands)])
  }

  /// When it is due, since when it waits, how much of it there is; empty where none is known.
  package func note(_ item: DayItem, _ language: Language) -> String {
    let parts = [timing(item, language), amount(item, language)].compactMap(\.self)
    if parts.isEmpty { return "" }
    return language.choose(
      " (\(parts.joined(separator: ", ")))", "（\(parts.joined(separator: "、"))）")
  }

  private func timing(_ item: DayItem, _ language: Language) -> String? {
    if let due = item.due {
      let days = due.days(until: today)
      if item.kind == .observation, days <= 7 { return nil }
      if days > 0 {
        return language.choose("\(days == 1 ? "1 day" : "\(days) days") late", "\(days)日超過")
      }
      return days == 0
        ? language.choose("today", "本日")
        : language.choose("due \(due.prose.en)", "期限 \(due.prose.ja)")
    }
    return item.since.map {
      language.choose("waits since \($0.prose.en)", "\($0.prose.ja)から対応待ち")
    }
  }

  private func amount(_ item: DayItem, _ language: Language) -> String? {
    guard item.count > 1 else { return nil }
    switch item.kind {
    case .observation:
      return language.choose("\(item.count) periods are missing", "未記録\(item.count)期間")
    case .review:
      return language.choose(
        "nor \(item.count == 2 ? "the one" : "the \(item.count - 1)") before it",
        "それ以前の\(item.count - 1)回も未実施")
    case .cycle, .decision, .issue, .lesson, .rollOut: return nil
    }
  }

  package var json: JSON {
    [
      "account": JSON("\(member.account)"), "department": JSON("\(member.home)"),
      "on": JSON("\(today)"), "late": .array(late.map(json)), "coming": .array(coming.map(json)),
      "open": .array(open.map(json)),
    ]
  }

  private func json(_ item: DayItem) -> JSON {
    [
      "kind": JSON(item.kind.rawValue), "about": JSON(item.about),
      "label": ["en": JSON(item.step.label.en), "ja": JSON(item.step.label.ja)],
      "command": JSON(item.step.command.en), "due": JSON(item.due.map { "\($0)" }) ?? .null,
      "waitsSince": JSON(item.since.map { "\($0)" }) ?? .null, "count": JSON(item.count),
    ]
  }
}

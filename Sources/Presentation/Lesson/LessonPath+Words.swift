package import Bilingual
package import Domain
import ReadModels
import Reviews
package import Terminal
import Wording

extension LessonPath {
  /// The way in lines, each step under the one before.
  /// - Parameter names: what people are called; accounts without.
  package func lines(
    _ language: Language, _ layout: Layout, calling names: PeopleNames = PeopleNames()
  ) -> [String] {
    let from = cycles.flatMap {
      layout.bullets([Cell("\($0.id) \($0.title)")], bullet: language.choose("from", "元:"))
    }
    let none = language.choose(
      "No training design has answered it.", "研修設計での扱いはまだ決まっていません。")
    return layout.heading("\(lesson.id) \(lesson.title)") + from
      + (answers.isEmpty
        ? layout.paragraph(none, indent: 2) : answers.flatMap { $0.lines(language, layout, names) })
  }
}

extension LessonAnswer {
  fileprivate func lines(
    _ language: Language, _ layout: Layout, _ names: PeopleNames
  ) -> [String] {
    if let declinedReason {
      return layout.bullets(
        [
          Cell(
            language.choose(
              "\(design): declined: \(declinedReason)", "\(design): 見送り: \(declinedReason)"))
        ],
        bullet: "→", indent: 2)
    }
    let number = item.map(String.init) ?? ""
    let title = itemTitle ?? ""
    let head = layout.bullets(
      [
        Cell(
          language.choose("\(design), item \(number): \(title)", "\(design) 項目\(number): \(title)"))
      ],
      bullet: "→", indent: 2)
    let none = layout.paragraph(
      language.choose("No session teaches it yet.", "扱うセッションはまだありません。"), indent: 4)
    return head + (sessions.isEmpty ? none : sessions.flatMap { $0.lines(language, layout, names) })
  }
}

extension LessonSession {
  fileprivate func lines(
    _ language: Language, _ layout: Layout, _ names: PeopleNames
  ) -> [String] {
    let date = trace.sessionDate.map { $0.prose(language) } ?? ""
    let people = attendees.map(names.callAsFunction).joined(separator: language.choose(", ", "、"))
    let who =
      attendees.isEmpty
      ? language.choose("nobody's attendance is recorded", "出席の記録なし")
      : language.choose("attended: \(people)", "出席: \(people)")
    let title = trace.sessionTitle ?? ""
    let head = layout.bullets(
      [Cell(language.choose("\(date) \(title); \(who)", "\(date) \(title)、\(who)"))], bullet: "→",
      indent: 4)
    return head + layout.bullets(effects.map { Cell($0.words(language)) }, indent: 6)
  }
}

extension KPIEffect {
  /// Means with how many observations they rest on, and what may be said.
  package func words(_ language: Language) -> String {
    let numbers = chart.picture(in: language).numbers
    func level(_ level: TrainingEffect.Level?) -> String {
      level.map { "\(numbers.computed($0.mean)) (n=\($0.count))" } ?? language.choose("none", "なし")
    }
    let (before, after) = (level(effect.before), level(effect.after))
    return language.choose(
      "\(chart.kpi.name): before \(before), after \(after). ",
      "\(chart.kpi.name): 研修前 \(before)、研修後 \(after)。") + effect.sentence(language)
  }
}

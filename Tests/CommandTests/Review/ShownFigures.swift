import CanonicalJSON

/// Figures as a report shows them to people, read back out of any of its forms.
struct ShownFigures {
  /// Where a figure stands.
  enum Place {
    /// A number with what stands before and behind it; the first such place counts.
    case number(_ before: String, _ behind: String)
    /// As many as there are items named so, from behind the headings on, one after the other, up to
    /// the next one.
    case items(_ item: String, behind: [String], to: String)
    /// What stands in days, in hours.
    case days(_ before: String, _ behind: String)
  }

  let places: [String: Place]

  /// Of the whole month's review. What training cost stands in the executives' cut alone.
  static let english = ShownFigures(places: [
    "opened": .number("opened ", ","), "overdue": .number("due and not finished ", ","),
    "checked": .number("checked ", ","), "met": .number("checked (", " met"),
    "closed": .number("closed ", ""), "actions": .number("What people wrote", " actions by"),
    "minutes": .number("SALES|3|", "|"), "observations": .number("(n=", ")"),
    "drafted": .number("met), ", " lessons drafted"),
    "validated": .items("SALES-L", behind: ["Lessons", "Validated:"], to: "Adopted and declined:"),
    "adopted": .items("adopted by", behind: ["Adopted and declined:"], to: "Issues"),
    "reusePercent": .number("departments (", "%)"),
    "issueHours": .days("Issue raised to decided: median ", " days"),
    "decisionHours": .days("Decision made to done: median ", " days"),
    "open": .items("SALES-2026-W02.", behind: ["Due and not done:"], to: "Issues"),
    "late": .items("SALES-2026-W02.", behind: ["Due and not done:"], to: "Open:"),
    "sessions": .items(
      "Joint day", behind: ["Training", "In the period:"], to: "Sessions that brought no concept"),
    "attended": .number("field): ", " attended"),
  ])

  static let japanese = ShownFigures(places: [
    "opened": .number("開始 ", "、"), "overdue": .number("期限切れ・未完了 ", "、"),
    "checked": .number("評価 ", "、"), "met": .number("（達成", "件"),
    "closed": .number("、完了 ", ""), "actions": .number("現場の記録から実施", "件・"),
    "minutes": .number("SALES|3|", "|"), "observations": .number("(n=", ")"),
    "drafted": .number("新しい教訓", "件"),
    "validated": .items("SALES-L", behind: ["起案:", "検証済み:"], to: "採用・見送り:"),
    "adopted": .items("DEVで採用", behind: ["採用・見送り:"], to: "検証待ち:"),
    "reusePercent": .number("再利用率", "%"),
    "issueHours": .days("課題の提起から判断まで: 中央値", "日"),
    "decisionHours": .days("決定から完了まで: 中央値", "日"),
    "open": .items("SALES-2026-W02.", behind: ["実施件数", "期限切れ・未完了:"], to: "課題"),
    "late": .items("SALES-2026-W02.", behind: ["実施件数", "期限切れ・未完了:"], to: "対応中:"),
    "sessions": .items("Joint day", behind: ["期間内:"], to: "活用構想が出ていない研修"),
    "attended": .number("現場）: 出席", "人"),
  ])

  /// Of the executives' cut, what training took: executives pay for it.
  static let englishForExecutives = ShownFigures(places: [
    "cost": .number("Training costs: ", "JPY"),
    "attended": .number("Training sessions: 1, ", " attendances"),
  ])

  static let japaneseForExecutives = ShownFigures(places: [
    "cost": .number("研修費用: ", "円"), "sessions": .number("研修の回数: ", "回"),
    "attended": .number("回、延べ", "人"),
  ])

  func read(_ form: String) -> [String: Int] {
    let text = Self.plain(form)
    return places.compactMapValues { place in
      switch place {
      case .number(let before, let behind): Self.number(in: text, before, behind).map { Int($0) }
      case .days(let before, let behind): Self.number(in: text, before, behind).map { Int($0 * 24) }
      case .items(let item, let headings, let next): Self.count(item, in: text, headings, next)
      }
    }
  }

  /// Without tags, escapes, spaces and line breaks, which differ from form to form; the cells of a
  /// table apart.
  private static func plain(_ form: String) -> String {
    let cells = form.replacing("</td><td", with: "|<td").replacing("</th><td", with: "|<td")
      .replacing(#/ {2,}/#, with: "|")
    var (text, isTag) = ("", false)
    for character in cells {
      if character == "<" { isTag = true }
      if !isTag, !character.isWhitespace, character != "\\" { text.append(character) }
      if character == ">" { isTag = false }
    }
    return text
  }

  private static func unspaced(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private static func number(in text: String, _ before: String, _ behind: String) -> Double? {
    for start in text.ranges(of: unspaced(before)) {
      let digits = text[start.upperBound...].prefix { $0.isNumber || $0 == "." || $0 == "," }
      let trimmed = digits.hasSuffix(",") || digits.hasSuffix(".") ? digits.dropLast() : digits
      let rest = text[start.upperBound...].dropFirst(trimmed.count)
      if rest.hasPrefix(unspaced(behind)), let number = Double(trimmed.filter { $0 != "," }) {
        return number
      }
    }
    return nil
  }

  private static func count(
    _ item: String, in text: String, _ headings: [String], _ next: String
  ) -> Int? {
    var rest = text[...]
    for heading in headings {
      guard let start = rest.firstRange(of: unspaced(heading)) else { return nil }
      rest = rest[start.upperBound...]
    }
    guard let end = rest.firstRange(of: unspaced(next)) else { return nil }
    return rest[..<end.lowerBound].ranges(of: unspaced(item)).count
  }
}

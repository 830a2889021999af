import CanonicalJSON

/// Figures as a report shows them to people, read back out of any of its forms.
struct ShownFigures {
  /// A figure's name with what stands before and behind it; the first such place counts.
  let places: [(name: String, before: String, behind: String)]

  static let english = ShownFigures(places: [
    ("actions", "W02.3. ", " actions were"), ("opened", "opened ", ","),
    ("overdue", "due and not finished ", ","), ("checked", "checked ", ","),
    ("closed", "closed ", ""), ("drafted", "lessons drafted: ", "."),
    ("met", "Checked: 1 cycle (", " met"), ("attended", "field): ", " attended"),
    ("reused", "Reuse of lessons ", " of"), ("lessons", "1 of ", " validated"),
    ("issueDays", "Issue raised to decided: median ", " days"),
    ("decisionDays", "Decision made to done: median ", " days"),
  ])

  static let japanese = ShownFigures(places: [
    ("actions", "実施は", "件です"), ("opened", "開始 ", "、"),
    ("overdue", "期日到来・未完了 ", "、"), ("checked", "評価 ", "、"), ("closed", "、完了 ", ""),
    ("drafted", "新しい教訓は", "件"), ("met", "（達成", "件"), ("attended", "現場）: 出席", "人"),
    ("reused", "採用されたもの", "件"), ("lessons", "確認済みの教訓", "件"),
    ("issueDays", "課題の提起から判断まで: 中央値", "日"), ("decisionDays", "決定から完了まで: 中央値", "日"),
  ])

  /// What the report's JSON says of them.
  func expected(_ json: JSON) -> [String: Double] {
    let hours = ["analysis", "medianHours"]
    return [
      "actions": Double(json.sum("actions", "actions")),
      "opened": Double(json.list(["cycles", "opened"]).count),
      "overdue": Double(json.list(["cycles", "overdue"]).count),
      "checked": Double(json.list(["cycles", "checked"]).count),
      "closed": Double(json.list(["cycles", "closed"]).count),
      "drafted": Double(json.list(["lessons", "drafted"]).count),
      "met": Double(json.list(["cycles", "checked"]).count { $0.at(["verdict"]) == "met" }),
      "attended": json.list(["training", "held"]).map { $0.number(["attended"]) }.reduce(0, +),
      "reused": json.number(["analysis", "reuse", "reused"]),
      "lessons": json.number(["analysis", "reuse", "lessons"]),
      "issueDays": json.number(hours + ["issueRaisedToDecided"]) / 24,
      "decisionDays": json.number(hours + ["decisionMadeToDone"]) / 24,
    ]
  }

  /// Without tags, escapes, spaces and line breaks, which differ from form to form.
  func read(_ form: String) -> [String: Double] {
    let text = Self.plain(form)
    return places.reduce(into: [:]) { found, place in
      found[place.name] = Self.number(
        in: text, Self.plain(place.before), Self.plain(place.behind))
    }
  }

  private static func plain(_ form: String) -> String {
    var (text, isTag) = ("", false)
    for character in form {
      if character == "<" { isTag = true }
      if !isTag, !character.isWhitespace, character != "\\" { text.append(character) }
      if character == ">" { isTag = false }
    }
    return text
  }

  private static func number(in text: String, _ before: String, _ behind: String) -> Double? {
    for start in text.ranges(of: before) {
      let digits = text[start.upperBound...].prefix { $0.isNumber || $0 == "." || $0 == "," }
      let trimmed = digits.hasSuffix(",") || digits.hasSuffix(".") ? digits.dropLast() : digits
      let rest = text[start.upperBound...].dropFirst(trimmed.count)
      if rest.hasPrefix(behind), let number = Double(trimmed.filter { $0 != "," }) {
        return number
      }
    }
    return nil
  }
}

extension JSON {
  /// The value at the end of a path of members; nil where it breaks off.
  func at(_ path: [String]) -> JSON? {
    path.reduce(Optional(self)) { value, key in value?.object?[key] }
  }

  func list(_ path: [String]) -> [JSON] {
    guard case .array(let values)? = at(path) else { return [] }
    return values
  }

  func number(_ path: [String]) -> Double {
    guard case .number(let number)? = at(path) else { return .nan }
    return number
  }

  /// Of one member over a list of objects.
  func sum(_ list: String, _ member: String) -> Int {
    self.list([list]).map { Int($0.number([member])) }.reduce(0, +)
  }
}

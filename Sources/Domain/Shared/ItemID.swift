/// What a department counts from 1 on, each with ids of its own.
package enum ItemKind: String, Sendable, CaseIterable {
  case cycle, lesson, issue, design

  /// The letter between hyphen and number; none for cycles (`SALES-12`, `SALES-L3`).
  package var letter: String {
    switch self {
    case .cycle: ""
    case .lesson: "L"
    case .issue: "I"
    case .design: "D"
    }
  }

  static let letters = Set("LIDlid".utf8)
}

/// `SALES-12` (a cycle), `SALES-L3` (a lesson), `SALES-I4` (an issue), `HQ-D2` (a design).
package struct ItemID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let department: DepartmentCode
  package let kind: ItemKind
  package let number: Int

  package init(_ department: DepartmentCode, _ kind: ItemKind, _ number: Int) {
    self.department = department
    self.kind = kind
    self.number = number
  }

  /// Reads an id; its letter may be of either case.
  package init?(_ text: String) {
    guard let hyphen = text.lastIndex(of: "-"),
      let department = DepartmentCode(String(text[..<hyphen]))
    else { return nil }
    let tail = text[text.index(after: hyphen)...]
    let letter = tail.prefix { !$0.isNumber }.uppercased()
    guard let kind = ItemKind.allCases.first(where: { $0.letter == letter }),
      let number = Int(tail.dropFirst(letter.count)), number > 0
    else { return nil }
    self.init(department, kind, number)
  }

  package var description: String { "\(department)-\(kind.letter)\(number)" }

  /// The stream that holds it in its department's log, such as `cycle-12`.
  package var stream: String { "\(kind.rawValue)-\(number)" }

  package static func < (a: Self, b: Self) -> Bool {
    (a.department, a.kind.rawValue, a.number) < (b.department, b.kind.rawValue, b.number)
  }
}

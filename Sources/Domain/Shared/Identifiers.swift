package import CivilTime

/// A department's code, such as `SALES`: a letter, then letters, digits and
/// hyphens, 32 characters at most. It never ends like an id (`-12`, `-L3`), so
/// that ids made from it read one way only.
package struct DepartmentCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package var description: String { rawValue }

  package init?(_ raw: String) {
    guard Token.isWord(raw, limit: 32), raw.last != "-", !Token.endsLikeAnID(raw) else {
      return nil
    }
    rawValue = raw
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

/// A KPI's code within its department, such as `close-rate`; the rules of
/// `DepartmentCode`, 40 characters at most.
package struct KPICode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package var description: String { rawValue }

  package init?(_ raw: String) {
    guard Token.isWord(raw, limit: 40), raw.last != "-" else { return nil }
    rawValue = raw
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

/// A KPI of a stated department, written `SALES/close-rate`.
package struct KPIReference: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let department: DepartmentCode
  package let code: KPICode
  package var description: String { "\(department)/\(code)" }

  package init(_ department: DepartmentCode, _ code: KPICode) {
    self.department = department
    self.code = code
  }

  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let department = DepartmentCode(String(parts[0])),
      let code = KPICode(String(parts[1]))
    else { return nil }
    self.init(department, code)
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.department, a.code) < (b.department, b.code)
  }
}

/// A pseudonymous account: the database role that acted. Names live outside the log.
package struct Account: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package var description: String { rawValue }

  /// PostgreSQL role names hold 63 bytes at most.
  package init?(_ raw: String) {
    guard !raw.isEmpty, raw.utf8.count <= 63,
      !raw.unicodeScalars.contains(where: Token.isControl)
    else { return nil }
    rawValue = raw
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

enum Token {
  static func isWord(_ text: String, limit: Int) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= limit else {
      return false
    }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// `…-12`, `…-L3`: what the ids of a department's items end in.
  static func endsLikeAnID(_ text: String) -> Bool {
    guard let hyphen = text.lastIndex(of: "-") else { return false }
    var tail = text[text.index(after: hyphen)...].utf8
    if let first = tail.first, ItemKind.letters.contains(first) { tail = tail.dropFirst() }
    return !tail.isEmpty && tail.allSatisfy(isDigit)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Unicode's category Cc is these and will not grow.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// The longest word that is read, in bytes.
  static let wordLimit = 1_000

  /// A word of a program's: no blank, nothing but ASCII. No sentence has this form.
  @Sendable static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 128
      && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-_+./:@".utf8.contains($0) }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// What a department counts from 1 on, each with ids of its own.
package enum ItemKind: String, Sendable, CaseIterable {
  case cycle, lesson, issue, design, concept

  /// The letter between hyphen and number; none for cycles (`SALES-12`, `SALES-L3`).
  package var letter: String {
    switch self {
    case .cycle: ""
    case .lesson: "L"
    case .issue: "I"
    case .design: "D"
    case .concept: "C"
    }
  }

  /// Of what departments could not end in from the first version on. Concepts came later: a department
  /// may end like one, since nothing takes codes of departments and ids in one place.
  static let letters = Set("LIDlid".utf8)
}

/// `SALES-12` (a cycle), `SALES-L3` (a lesson), `SALES-I4` (an issue), `HQ-D2` (a design),
/// `SALES-C5` (a use-case concept).
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

  /// The stream that holds it in its department's log.
  package var stream: String { Stream(self).name }

  package static func < (a: Self, b: Self) -> Bool {
    (a.department, a.kind.rawValue, a.number) < (b.department, b.kind.rawValue, b.number)
  }
}

package enum ReviewKind: String, Sendable, CaseIterable {
  case weekly, monthly

  /// The period that the day lies in.
  package func period(of date: LocalDate) -> ReviewPeriod {
    switch self {
    case .weekly: .week(ISOWeek(containing: date))
    case .monthly: .month(YearMonth(containing: date))
    }
  }
}

/// The period that a review looks at.
package enum ReviewPeriod: Hashable, Sendable, CustomStringConvertible {
  case week(ISOWeek)
  case month(YearMonth)

  /// `2026-W47` or `2026-11`.
  package init?(_ text: String) {
    if let week = ISOWeek(iso: text) {
      self = .week(week)
    } else if let month = YearMonth(iso: text) {
      self = .month(month)
    } else {
      return nil
    }
  }

  package var kind: ReviewKind {
    switch self {
    case .week: .weekly
    case .month: .monthly
    }
  }

  package var description: String {
    switch self {
    case .week(let week): week.description
    case .month(let month): month.description
    }
  }

  package var firstDay: LocalDate {
    switch self {
    case .week(let week): week.monday
    case .month(let month): month.first
    }
  }

  package var lastDay: LocalDate {
    switch self {
    case .week(let week): week.sunday
    case .month(let month): month.last
    }
  }

  package var next: ReviewPeriod {
    switch self {
    case .week(let week): .week(week.next)
    case .month(let month): .month(month.next)
    }
  }

  package var previous: ReviewPeriod {
    switch self {
    case .week(let week): .week(week.previous)
    case .month(let month): .month(month.previous)
    }
  }
}

/// `SALES-2026-W47`, `HQ-2026-11`: a department's review of one period. The
/// head department's review is that of the whole organization.
package struct ReviewID: Hashable, Sendable, CustomStringConvertible {
  package let department: DepartmentCode
  package let period: ReviewPeriod

  package init(_ department: DepartmentCode, _ period: ReviewPeriod) {
    self.department = department
    self.period = period
  }

  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3,
      let department = DepartmentCode(parts.dropLast(2).joined(separator: "-")),
      let period = ReviewPeriod(parts.suffix(2).joined(separator: "-"))
    else { return nil }
    self.init(department, period)
  }

  package var description: String { "\(department)-\(period)" }
  package var stream: String { Stream.review(period).name }
}

/// `SALES-2026-W47.2`: the second decision made in that review.
package struct DecisionID: Hashable, Sendable, CustomStringConvertible {
  package let review: ReviewID
  package let number: Int

  package init(_ review: ReviewID, _ number: Int) {
    self.review = review
    self.number = number
  }

  package init?(_ text: String) {
    guard let dot = text.lastIndex(of: "."), let review = ReviewID(String(text[..<dot])),
      case let digits = text[text.index(after: dot)...],
      digits.utf8.allSatisfy(Token.isDigit), let number = Int(digits), number > 0
    else { return nil }
    self.init(review, number)
  }

  package var description: String { "\(review).\(number)" }
}

/// `HQ-D2.1`: the first session of that training design.
package struct SessionID: Hashable, Sendable, CustomStringConvertible {
  package let design: ItemID
  package let number: Int

  package init(_ design: ItemID, _ number: Int) {
    self.design = design
    self.number = number
  }

  package init?(_ text: String) {
    guard let dot = text.lastIndex(of: "."), let design = ItemID(String(text[..<dot])),
      design.kind == .design, case let digits = text[text.index(after: dot)...],
      digits.utf8.allSatisfy(Token.isDigit), let number = Int(digits), number > 0
    else { return nil }
    self.init(design, number)
  }

  package var description: String { "\(design).\(number)" }
}

extension Sequence where Element: Hashable {
  /// The elements in order, each where it first occurs.
  func distinct() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

/// An id as payloads write it: the text that it is made from.
protocol Identifier: CodedValue, CustomStringConvertible {
  init?(_ text: String)
}

extension Identifier {
  init?(coded text: String) { self.init(text) }
  var coded: String { description }
}

extension DepartmentCode: Identifier {}
extension KPIReference: Identifier {}
extension Account: Identifier {}
extension ItemID: Identifier {}
extension ReviewPeriod: Identifier {}
extension ReviewID: Identifier {}
extension DecisionID: Identifier {}
extension SessionID: Identifier {}

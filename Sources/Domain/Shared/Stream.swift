/// What streams are about; the first word of their names.
package enum Subject: String, Sendable, CaseIterable {
  case organization, strategy, kpi, cycle, issue, lesson, adoption, design, review, concept, subsidy
  case worth
  case redaction = "redactions"
  case exclusion = "exclusions"
}

/// A stream of a department's log.
package enum Stream: Hashable, Sendable {
  case organization
  case strategy
  case kpi(KPICode)
  case cycle(Int)
  case issue(Int)
  case lesson(Int)
  /// What the department does with another's lesson.
  case adoption(ItemID)
  case design(Int)
  case review(ReviewPeriod)
  case redactions
  /// Which events of the log can't be applied and were set aside.
  case exclusions
  case concept(Int)
  /// What the papers for a training design's subsidy need; its number is the design's.
  case subsidy(Int)
  case worth
}

extension Stream: CustomStringConvertible {
  package var subject: Subject {
    switch self {
    case .organization: .organization
    case .strategy: .strategy
    case .kpi: .kpi
    case .cycle: .cycle
    case .issue: .issue
    case .lesson: .lesson
    case .adoption: .adoption
    case .design: .design
    case .review: .review
    case .redactions: .redaction
    case .exclusions: .exclusion
    case .concept: .concept
    case .subsidy: .subsidy
    case .worth: .worth
    }
  }

  /// What follows the subject: `12` of `cycle-12`; nil for a stream that a log has once.
  private var key: String? {
    switch self {
    case .organization, .strategy, .redactions, .exclusions, .worth: nil
    case .kpi(let code): code.rawValue
    case .cycle(let number), .issue(let number), .lesson(let number), .design(let number),
      .concept(let number), .subsidy(let number):
      "\(number)"
    case .adoption(let lesson): "\(lesson)"
    case .review(let period): "\(period)"
    }
  }

  /// The name that the log knows it by, such as `cycle-12`.
  package var name: String { key.map { "\(subject.rawValue)-\($0)" } ?? subject.rawValue }

  package var description: String { name }

  /// Nil for a name that no stream has.
  package init?(name: String) {
    guard let subject = Subject(stream: name) else { return nil }
    let key =
      name.utf8.count > subject.rawValue.utf8.count
      ? String(name.dropFirst(subject.rawValue.count + 1)) : nil
    self.init(subject, key)
  }

  /// What a department counts to: so much that nothing added to it is beyond what a program or a
  /// database counts with.
  package static let highestNumber = 999_999_999

  private static func number(_ key: String) -> Int? {
    Int(key).flatMap { $0 <= highestNumber ? $0 : nil }
  }

  private init?(_ subject: Subject, _ key: String?) {
    let made: Stream? =
      switch (subject, key) {
      case (.organization, nil): .organization
      case (.strategy, nil): .strategy
      case (.worth, nil): .worth
      case (.redaction, nil): .redactions
      case (.exclusion, nil): .exclusions
      case (.kpi, let key?): KPICode(key).map(Stream.kpi)
      case (.cycle, let key?): Self.number(key).map(Stream.cycle)
      case (.issue, let key?): Self.number(key).map(Stream.issue)
      case (.lesson, let key?): Self.number(key).map(Stream.lesson)
      case (.adoption, let key?):
        ItemID(key).flatMap { $0.number <= Self.highestNumber ? .adoption($0) : nil }
      case (.design, let key?): Self.number(key).map(Stream.design)
      case (.review, let key?): ReviewPeriod(key).map(Stream.review)
      case (.concept, let key?): Self.number(key).map(Stream.concept)
      case (.subsidy, let key?): Self.number(key).map(Stream.subsidy)
      case (.organization, _?), (.strategy, _?), (.redaction, _?), (.exclusion, _?),
        (.worth, _?), (.kpi, nil), (.cycle, nil), (.issue, nil), (.lesson, nil), (.adoption, nil),
        (.design, nil),
        (.review, nil), (.concept, nil), (.subsidy, nil):
        nil
      }
    guard let made else { return nil }
    self = made
  }

  /// The stream of an item in its department's log.
  package init(_ item: ItemID) {
    switch item.kind {
    case .cycle: self = .cycle(item.number)
    case .lesson: self = .lesson(item.number)
    case .issue: self = .issue(item.number)
    case .design: self = .design(item.number)
    case .concept: self = .concept(item.number)
    }
  }

  /// The number of a cycle, issue, lesson, design or concept, or of a subsidy's design.
  package var number: Int? {
    switch self {
    case .cycle(let number), .issue(let number), .lesson(let number), .design(let number),
      .concept(let number), .subsidy(let number):
      number
    case .organization, .strategy, .kpi, .adoption, .review, .redactions, .exclusions, .worth:
      nil
    }
  }

  /// What people type for what it is about, such as `OPS-2` or `OPS/hours`; nil without an id.
  package func id(in department: DepartmentCode) -> String? {
    switch self {
    case .cycle, .lesson, .issue, .design, .concept: item(of: department)?.description
    case .kpi(let code): KPIReference(department, code).description
    case .review(let period): ReviewID(department, period).description
    case .organization, .strategy, .adoption, .redactions, .exclusions, .subsidy, .worth: nil
    }
  }

  /// The item that it is about in its department's log.
  package func item(of department: DepartmentCode) -> ItemID? {
    switch self {
    case .cycle(let number): ItemID(department, .cycle, number)
    case .lesson(let number): ItemID(department, .lesson, number)
    case .issue(let number): ItemID(department, .issue, number)
    case .design(let number): ItemID(department, .design, number)
    case .concept(let number): ItemID(department, .concept, number)
    case .organization, .strategy, .kpi, .adoption, .review, .redactions, .exclusions, .subsidy,
      .worth:
      nil
    }
  }
}

extension Subject {
  /// By a stream's name; nil for one that this program doesn't know.
  package init?(stream: String) {
    self.init(rawValue: String(stream.prefix { $0 != "-" }))
  }
}

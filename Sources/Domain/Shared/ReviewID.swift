package import CivilTime

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
  package var stream: String { "review-\(period)" }
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

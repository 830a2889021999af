import Domain
import Reviews

/// How much of its sections a document shows; JSON always has all of it.
enum SectionExtent: Sendable, Equatable {
  case all
  /// What fits one page for a company of a dozen departments.
  case page
  /// What a person reads in a quarter of an hour, and the command that shows everything.
  case brief(rest: String, Scope)

  enum Scope: Sendable, Equatable {
    /// A department's week in which nothing changed, began or was checked.
    case quietWeek
    case week, month, companyWeek, companyMonth

    init(_ report: ReviewReport) {
      let isMonth = report.review.period.kind == .monthly
      if report.isWhole {
        self = isMonth ? .companyMonth : .companyWeek
      } else if isMonth {
        self = .month
      } else {
        self = report.isQuiet && report.audience == nil ? .quietWeek : .week
      }
    }

    var isCompany: Bool { self == .companyWeek || self == .companyMonth }
  }

  /// - Parameter rest: the command that shows everything; nil for everything.
  init(_ report: ReviewReport, rest: String?) {
    if report.audience == .executive {
      self = .page
    } else if let rest {
      self = .brief(rest: rest, Scope(report))
    } else {
      self = .all
    }
  }

  /// Rows of a table; items of a list, or commands.
  struct Size: Equatable {
    let rows: Int
    let items: Int
  }

  var isBrief: Bool { self != .all }
  /// A department's week, quiet or not.
  var isOfWeek: Bool { isQuiet || isWeek }
  var isQuiet: Bool { if case .brief(_, .quietWeek) = self { true } else { false } }
  var isWeek: Bool { if case .brief(_, .week) = self { true } else { false } }
  private var isCompany: Bool {
    if case .brief(_, let scope) = self { scope.isCompany } else { false }
  }

  /// Lines on a terminal of 80 columns, without the two that say how far the review has come as an act;
  /// nil for as many as there are.
  var lines: Int? {
    switch self {
    case .all, .page: nil
    case .brief(_, .quietWeek): 18
    case .brief(_, .week): 43
    case .brief(_, .month), .brief(_, .companyWeek), .brief(_, .companyMonth): 148
    }
  }

  /// Changes told at length.
  var matters: Int {
    switch self {
    case .all: .max
    case .page: 3
    case .brief: isCompany ? 5 : 3
    }
  }

  /// What people wrote, quoted.
  var quotes: Int {
    switch self {
    case .all: 12
    case .page: 0
    case .brief(_, .quietWeek): 1
    case .brief(_, .week): 2
    case .brief(_, .month), .brief(_, .companyWeek): 4
    case .brief(_, .companyMonth): 6
    }
  }

  /// Charts behind all else.
  var charts: Int {
    switch self {
    case .all: .max
    case .page: 6
    case .brief: 20
    }
  }

  var rest: String? { if case .brief(let rest, _) = self { rest } else { nil } }

  /// Nil for all of it.
  func size(of part: ReviewPart) -> Size? {
    switch self {
    case .all: nil
    case .page: Self.page(part)
    case .brief(_, .quietWeek): Self.quiet(part)
    case .brief: isCompany ? Self.company(part) : Self.own(part)
    }
  }

  /// Parts that are left to the whole review.
  func shows(_ part: ReviewPart) -> Bool {
    switch (self, part) {
    case (.all, _): true
    case (_, .causes), (_, .actions): false
    case (.brief(_, .quietWeek), .worse), (.brief(_, .quietWeek), .better),
      (.brief(_, .quietWeek), .improvements):
      false
    case (.brief(_, let scope), .cycles): !scope.isCompany
    case (.brief(_, .companyMonth), .kpis): false
    case (.page, .trends), (.page, .leadTimes), (.page, .reuse), (.page, .next): false
    default: true
    }
  }

  private static func quiet(_ part: ReviewPart) -> Size {
    switch part {
    case .promised, .next: Size(rows: 0, items: 1)
    case .kpis: Size(rows: 3, items: 1)
    default: Size(rows: 6, items: 1)
    }
  }

  private static func own(_ part: ReviewPart) -> Size {
    switch part {
    case .worse, .better, .said: Size(rows: 0, items: 3)
    case .improvements, .next, .decisions, .issues: Size(rows: 0, items: 1)
    default: Size(rows: 8, items: 2)
    }
  }

  private static func company(_ part: ReviewPart) -> Size {
    switch part {
    case .kpis: Size(rows: 20, items: 3)
    case .worse, .better: Size(rows: 0, items: 6)
    case .promised: Size(rows: 0, items: 5)
    case .said: Size(rows: 0, items: 8)
    case .trends, .comparison: Size(rows: 14, items: 0)
    default: Size(rows: 12, items: 3)
    }
  }

  private static func page(_ part: ReviewPart) -> Size {
    switch part {
    case .worse, .better: Size(rows: 0, items: 3)
    case .comparison: Size(rows: 12, items: 0)
    case .kpis: Size(rows: 6, items: 2)
    case .decisions, .improvements, .next: Size(rows: 0, items: 1)
    default: Size(rows: 0, items: 5)
    }
  }
}

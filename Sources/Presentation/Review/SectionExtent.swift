import Domain
import Reviews

/// How much of its sections a document shows; JSON always has all of it.
enum SectionExtent: Sendable, Equatable {
  case all
  /// What fits one page for a company of a dozen departments.
  case page
  /// What a person reads in a quarter of an hour, and the command that shows everything.
  case brief(rest: String, isWhole: Bool, isMonth: Bool)

  /// - Parameter rest: the command that shows everything; nil for everything.
  init(_ report: ReviewReport, rest: String?) {
    if report.audience == .executive {
      self = .page
    } else if let rest {
      self = .brief(
        rest: rest, isWhole: report.isWhole, isMonth: report.review.period.kind == .monthly)
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

  /// Signals whose causes are told.
  var signals: Int { if case .brief = self { 10 } else { .max } }

  /// Changes told at length.
  var matters: Int {
    switch self {
    case .all: .max
    case .page: 3
    case .brief(_, let isWhole, _): isWhole ? 5 : 3
    }
  }

  /// Changes for the better told.
  var improvements: Int { self == .all ? .max : 2 * matters }

  /// What people wrote, quoted.
  var quotes: Int {
    switch self {
    case .all: 12
    case .page: 0
    case .brief(_, let isWhole, let isMonth): isWhole ? (isMonth ? 6 : 4) : (isMonth ? 4 : 3)
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

  var rest: String? { if case .brief(let rest, _, _) = self { rest } else { nil } }

  /// Nil for all of it.
  func size(of part: ReviewPart) -> Size? {
    switch self {
    case .all: nil
    case .page: Self.page(part)
    case .brief(_, let isWhole, _): isWhole ? Self.whole(part) : Self.own(part)
    }
  }

  /// Parts that are left to the whole review.
  func shows(_ part: ReviewPart) -> Bool {
    switch (self, part) {
    case (.all, _): true
    case (_, .causes), (_, .actions): false
    case (.brief(_, true, _), .cycles), (.brief(_, true, true), .kpis), (.page, .trends): false
    default: true
    }
  }

  private static func own(_ part: ReviewPart) -> Size {
    switch part {
    case .kpis: Size(rows: 8, items: 2)
    case .worse: Size(rows: 0, items: 4)
    case .better: Size(rows: 0, items: 3)
    case .promised: Size(rows: 0, items: 3)
    case .said: Size(rows: 0, items: 4)
    case .improvements, .next: Size(rows: 0, items: 1)
    default: Size(rows: 8, items: 2)
    }
  }

  private static func whole(_ part: ReviewPart) -> Size {
    switch part {
    case .kpis: Size(rows: 20, items: 3)
    case .worse: Size(rows: 0, items: 6)
    case .better: Size(rows: 0, items: 5)
    case .promised: Size(rows: 0, items: 5)
    case .said: Size(rows: 0, items: 8)
    case .trends, .comparison, .coverage: Size(rows: 14, items: 0)
    default: Size(rows: 12, items: 3)
    }
  }

  private static func page(_ part: ReviewPart) -> Size {
    switch part {
    case .worse: Size(rows: 0, items: 3)
    case .better: Size(rows: 0, items: 3)
    case .asked: Size(rows: 0, items: 5)
    case .comparison: Size(rows: 12, items: 0)
    case .kpis: Size(rows: 5, items: 3)
    case .trends: Size(rows: 3, items: 0)
    case .decisions: Size(rows: 0, items: 1)
    case .improvements, .next: Size(rows: 0, items: 2)
    default: Size(rows: 0, items: 5)
    }
  }
}

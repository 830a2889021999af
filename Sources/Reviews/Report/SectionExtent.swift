/// How much of a long section a document shows; JSON always has all of it.
enum SectionExtent: Sendable, Equatable {
  case all
  /// What fits one page for a company of a dozen departments.
  case page
  /// What a person reads of many departments, and the command that shows everything.
  case beginning(rest: String)

  init(_ report: ReviewReport, rest: String?) {
    if report.audience == .executive {
      self = .page
    } else {
      self = report.isWhole ? rest.map(Self.beginning) ?? .all : .all
    }
  }

  /// Rows of a table; items of a list, or commands.
  struct Size: Equatable {
    let rows: Int
    let items: Int
  }

  /// Signals whose causes are told.
  var signals: Int { if case .beginning = self { 10 } else { .max } }

  /// Charts behind all else.
  var charts: Int {
    switch self {
    case .all: .max
    case .page: 6
    case .beginning: 20
    }
  }

  var rest: String? { if case .beginning(let rest) = self { rest } else { nil } }

  /// Nil for all of it.
  func size(of part: ReviewPart) -> Size? {
    switch self {
    case .all: nil
    case .page: Self.page(part)
    case .beginning: Size(rows: 40, items: 20)
    }
  }

  private static func page(_ part: ReviewPart) -> Size {
    switch part {
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

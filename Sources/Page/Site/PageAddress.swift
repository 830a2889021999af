import Domain
import Office

/// Where a page is: what it is about, as its address says it.
enum PageAddress: Equatable, Sendable {
  case overview, promoters, today, log, search, returns
  case department(DepartmentCode)
  case kpi(KPIReference)
  case item(ItemID)
  case review(ReviewID)
  case why(String)
  case replay(String)

  /// The collections by their names in an address.
  private static let items: [String: ItemKind] = [
    "cycles": .cycle, "lessons": .lesson, "designs": .design, "issues": .issue,
    "concepts": .concept,
  ]

  /// Nil for an address that no page has.
  /// - Parameter parts: of the path, without `.json`.
  init?(_ parts: [String]) {
    switch parts.count {
    case 0: self = .overview
    case 1:
      guard let page = Self.single[parts[0]] else { return nil }
      self = page
    case 2: self.init(parts[0], parts[1])
    case 3:
      guard parts[0] == "kpis" else {
        guard ["why", "replay"].contains(parts[0]) else { return nil }
        self.init(parts[0], "\(parts[1])/\(parts[2])")
        return
      }
      guard let department = DepartmentCode(parts[1]), let code = KPICode(parts[2]) else {
        return nil
      }
      self = .kpi(KPIReference(department, code))
    default: return nil
    }
  }

  private static let single: [String: PageAddress] = [
    "promoters": .promoters, "today": .today, "log": .log, "search": .search,
    "returns": .returns,
  ]

  private init?(_ collection: String, _ name: String) {
    switch collection {
    case "departments":
      guard let code = DepartmentCode(name) else { return nil }
      self = .department(code)
    case "reviews":
      guard let id = ReviewID(name) else { return nil }
      self = .review(id)
    case "why": self = .why(name)
    case "replay": self = .replay(name)
    default:
      guard let kind = Self.items[collection], let id = ItemID(name), id.kind == kind else {
        return nil
      }
      self = .item(id)
    }
  }

  var path: String {
    switch self {
    case .overview: "/"
    case .promoters: "/promoters"
    case .today: "/today"
    case .log: "/log"
    case .search: "/search"
    case .returns: "/returns"
    case .department(let code): "/departments/\(code)"
    case .kpi(let kpi): "/kpis/\(kpi)"
    case .item(let id): "/\(Self.collection(of: id.kind))/\(id)"
    case .review(let id): "/reviews/\(id)"
    case .why(let id): "/why/\(id)"
    case .replay(let id): "/replay/\(id)"
    }
  }

  private static func collection(of kind: ItemKind) -> String {
    switch kind {
    case .cycle: "cycles"
    case .lesson: "lessons"
    case .design: "designs"
    case .issue: "issues"
    case .concept: "concepts"
    }
  }

  /// What pages are counted by.
  var kind: String {
    switch self {
    case .overview: "overview"
    case .promoters: "promoters"
    case .today: "today"
    case .log: "log"
    case .search: "search"
    case .returns: "returns"
    case .department: "department"
    case .kpi: "kpi"
    case .item(let id): Self.collection(of: id.kind)
    case .review: "review"
    case .why: "why"
    case .replay: "replay"
    }
  }
}

extension PageAddress {
  /// The page of what a text names, such as `SALES-12`, `SALES/close-rate` or `SALES-2026-W47.1`;
  /// nil for what has none.
  init?(of name: String) {
    if let id = DecisionID(name) {
      self = .review(id.review)
    } else if let id = ReviewID(name) {
      self = .review(id)
    } else if let id = ItemID(name) {
      self = .item(id)
    } else if let kpi = KPIReference(name) {
      self = .kpi(kpi)
    } else {
      return nil
    }
  }
}

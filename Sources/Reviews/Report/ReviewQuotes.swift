import Domain
package import ReadModels

/// What of the period's actions is worth quoting: what touches a change, what is of a new kind, what
/// took longest; at most one of a person, and of a review of all no two of a department before each
/// has had one.
package struct ReviewQuotes {
  package let actions: [WrittenAction]

  package init(_ report: ReviewReport, most: Int) {
    let changing = Set(report.matters.map(\.kpi.reference))
    let aimed = report.material.open + report.material.checked + report.material.closed
    let touching = Set(
      aimed.filter { $0.kpi.map(changing.contains) ?? false }.map(\.id))
    let ranked = report.material.written.enumerated().sorted { a, b in
      (a.element.rank(touching), a.offset) < (b.element.rank(touching), b.offset)
    }.map(\.element)
    actions = Self.spread(ranked, most: most)
  }

  private static func spread(_ ranked: [WrittenAction], most: Int) -> [WrittenAction] {
    var people: Set<String> = []
    var kinds: Set<String> = []
    let ofEach = ranked.filter { action in
      guard !people.contains(action.by), kinds.insert(action.kind).inserted else { return false }
      return people.insert(action.by).inserted
    }
    var rounds: [DepartmentCode: Int] = [:]
    let turns = ofEach.map { action -> (turn: Int, action: WrittenAction) in
      rounds[action.cycle.department, default: 0] += 1
      return (rounds[action.cycle.department] ?? 1, action)
    }
    return turns.enumerated().sorted {
      ($0.element.turn, $0.offset) < ($1.element.turn, $1.offset)
    }.prefix(most).map(\.element.action)
  }
}

extension WrittenAction {
  /// What it says but for numbers.
  fileprivate var kind: String { text.filter { !$0.isNumber } }

  /// The lowest is quoted first.
  fileprivate func rank(_ touching: Set<ItemID>) -> Int {
    let worth =
      (touching.contains(cycle) ? 60 : 0) + (isOfNewKind ? 45 : 0) + min(minutes ?? 0, 240)
    return -worth
  }
}

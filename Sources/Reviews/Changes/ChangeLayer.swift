import Statistics

/// A stretch of points under one set of limits: a segment, or the points since a change began.
struct ChangeLayer {
  private let chart: Chart
  /// Index into the whole chart of this chart's first point.
  private let first: Int
  /// In the whole chart, like all indices below.
  let range: ClosedRange<Int>
  /// Where the change began since which these limits were made; nil for the chart's own.
  let since: Int?
  private let causes: [SpecialCause]

  init(
    _ chart: Chart, causes: [SpecialCause], from first: Int, range: ClosedRange<Int>, since: Int?
  ) {
    (self.chart, self.first, self.range, self.since) = (chart, first, range, since)
    self.causes = causes.filter { !$0.provisional && !$0.excluded }.map { $0.moved(by: first) }
  }

  /// Signals of one side that share points, or come while a change still holds, are one change.
  var drafts: [ChangeDraft] {
    var drafts: [ChangeDraft] = []
    for cause in causes {
      let same = drafts.indices.filter { drafts[$0].takes(cause) }
      guard let kept = same.first else {
        drafts.append(ChangeDraft(cause))
        extend(&drafts[drafts.count - 1])
        continue
      }
      let joined = same.flatMap { drafts[$0].causes } + [cause]
      drafts[kept].causes = joined
      for place in same.dropFirst().reversed() { drafts.remove(at: place) }
      extend(&drafts[kept])
    }
    return drafts
  }

  var lastCounted: Int { range.last { !point($0).excluded } ?? range.upperBound }

  func center(at index: Int) -> Double? { point(index).center }

  private func point(_ index: Int) -> ChartPoint { chart.points[index - first] }

  private func isOn(_ side: Side, _ index: Int) -> Bool {
    guard let center = point(index).center else { return false }
    return side == .high ? point(index).value > center : point(index).value < center
  }
}

extension ChangeLayer {
  /// A sustained change holds for as long as most of the latest points lie on its side; a point beyond
  /// a limit is followed while its successors do.
  private func extend(_ draft: inout ChangeDraft) {
    let members = draft.members
    (draft.onset, draft.last) = (draft.beginning, members[members.count - 1])
    draft.reach = draft.last
    guard let side = draft.side else { return }
    var latest = members.suffix(Self.window).map { isOn(side, $0) }
    for index in draft.last...range.upperBound where index > draft.last && !point(index).excluded {
      let isOn = isOn(side, index)
      latest = (latest + [isOn]).suffix(Self.window)
      let holds =
        draft.isSustained ? latest.count { $0 } * 2 > latest.count : isOn
      guard holds else { return }
      draft.reach = index
      if draft.isSustained { draft.last = index }
    }
  }

  private static let window = 7
}

/// A change while its signals are gathered.
struct ChangeDraft {
  var causes: [SpecialCause]
  var onset: Int
  var last: Int
  /// How far a later signal may lie from it and still belong to it.
  var reach: Int

  init(_ cause: SpecialCause) {
    causes = [cause]
    (onset, last) = (cause.members[0], cause.members[cause.members.count - 1])
    reach = last
  }

  var side: Side? { causes[0].side }
  var members: [Int] { Set(causes.flatMap(\.members)).sorted() }

  /// Four points and more are no matter of single ones.
  var isSustained: Bool { causes.contains { $0.members.count >= 4 } || members.count >= 4 }

  /// Where the run began, if one side tells of it; a trend's first points may lie on the other.
  var beginning: Int {
    let runs = causes.filter { $0.rule == .shift || $0.rule == .longRun }
    return runs.map { $0.members[0] }.min() ?? causes.map { $0.members[0] }.min() ?? 0
  }

  func covers(_ index: Int) -> Bool { (onset...max(onset, reach)).contains(index) }

  /// Patterns without a side belong together by their rule.
  func takes(_ cause: SpecialCause) -> Bool {
    guard cause.side == side, side != nil || cause.rule == causes[0].rule else { return false }
    let start = cause.members[0]
    return start <= reach && cause.members[cause.members.count - 1] >= onset
  }
}

extension SpecialCause {
  /// The same cause where its chart's first point is that one of another.
  fileprivate func moved(by offset: Int) -> SpecialCause {
    guard offset > 0 else { return self }
    var moved = self
    moved.members = members.map { $0 + offset }
    moved.completions = completions.map { $0 + offset }
    moved.completesAt += offset
    return moved
  }
}

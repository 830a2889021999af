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
  /// Of the first point after the KPI was defined: those before are history.
  private let defined: Int

  init(
    _ chart: Chart, causes: [SpecialCause], from first: Int, range: ClosedRange<Int>, since: Int?,
    defined: Int
  ) {
    self.defined = defined
    (self.chart, self.first, self.range, self.since) = (chart, first, range, since)
    self.causes = causes.filter { !$0.provisional && !$0.excluded }.map { $0.moved(by: first) }
  }

  /// Signals of one side that share points, or come while a change still holds, are one change.
  var drafts: [ChangeDraft] {
    var drafts: [ChangeDraft] = []
    for cause in causes {
      let same = drafts.indices.filter {
        drafts[$0].takes(cause) && !isHistory(drafts[$0], before: cause)
      }
      guard let kept = same.first else {
        drafts.append(ChangeDraft(cause))
        extend(&drafts[drafts.count - 1])
        continue
      }
      for place in same.dropFirst() { drafts[kept].absorb(drafts[place].causes) }
      drafts[kept].absorb([cause])
      for place in same.dropFirst().reversed() { drafts.remove(at: place) }
      extend(&drafts[kept])
    }
    return drafts
  }

  /// What was a change before the KPI was defined takes in nothing that began afterwards: history is never
  /// asked about.
  private func isHistory(_ draft: ChangeDraft, before cause: SpecialCause) -> Bool {
    draft.firstCompletion < defined && cause.members[0] >= defined
  }

  var lastCounted: Int { range.last { !point($0).excluded } ?? range.upperBound }

  func center(at index: Int) -> Double? { point(index).center }
  func sigma(at index: Int) -> Double? { point(index).sigma }

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
    let end = draft.latestMember
    // It held beyond all that it was told of since: what came later is known.
    if draft.isExtended, draft.isSustained, end <= draft.last {
      draft.onset = onset(of: draft)
      return
    }
    draft.isExtended = draft.isSustained
    (draft.onset, draft.last, draft.reach) = (onset(of: draft), end, end)
    guard let side = draft.side else { return }
    var latest = draft.latestMembers(Self.window).map { isOn(side, $0) }
    for index in range.clamped(to: end...range.upperBound) where index > end {
      guard !point(index).excluded else { continue }
      let isOn = isOn(side, index)
      if latest.count == Self.window { latest.removeFirst() }
      latest.append(isOn)
      guard draft.isSustained ? (latest.count { $0 }) * 2 > latest.count : isOn else { return }
      draft.reach = index
      if draft.isSustained { draft.last = index }
    }
  }

  private static let window = 7

  /// Where a sustained change most likely began: the point from which on the points up to the first
  /// signal lie so far off the line that a step there is likeliest (Hinkley 1970; Samuel, Pignatiello
  /// and Calvin 1998). A run's first points may lie on its side by chance, and a step may begin before
  /// its first signal. Points after that signal move nothing.
  private func onset(of draft: ChangeDraft) -> Int {
    let (begin, end) = (draft.beginning, draft.firstCompletion)
    guard draft.isSustained, let side = draft.side, let center = point(end).center, begin <= end
    else { return begin }
    var (sum, count, best) = (0.0, 0.0, (score: 0.0, onset: begin))
    for index in (max(range.lowerBound, begin - Self.window)...end).reversed() {
      guard !point(index).excluded else { continue }
      sum += (point(index).value - center) * (side == .high ? 1 : -1)
      count += 1
      let score = sum > 0 ? sum * sum / count : 0
      if score >= best.score { best = (score, index) }
    }
    return best.onset
  }
}

/// A change while its signals are gathered.
struct ChangeDraft {
  private(set) var causes: [SpecialCause] = []
  var onset = 0
  var last = 0
  /// How far a later signal may lie from it and still belong to it.
  var reach = 0
  /// Whether it was followed as a sustained change already.
  var isExtended = false
  /// Four points and more are no matter of single ones.
  private(set) var isSustained = false
  /// Where the run began, if one side tells of it; a trend's first points may lie on the other.
  var beginning: Int { firstOfRuns ?? firstMember }
  private(set) var latestMember = 0
  private(set) var firstCompletion = Int.max
  private var firstMember = Int.max
  private var firstOfRuns: Int?
  private var known: Set<Int> = []

  init(_ cause: SpecialCause) { absorb([cause]) }

  mutating func absorb(_ more: [SpecialCause]) {
    for cause in more {
      causes.append(cause)
      known.formUnion(cause.members)
      let (first, last) = (cause.members[0], cause.members[cause.members.count - 1])
      (firstMember, latestMember) = (min(firstMember, first), max(latestMember, last))
      firstCompletion = min(firstCompletion, cause.completesAt)
      if cause.rule == .shift || cause.rule == .longRun {
        firstOfRuns = min(firstOfRuns ?? first, first)
      }
    }
    isSustained = known.count >= 4
  }

  var side: Side? { causes[0].side }
  var members: [Int] { known.sorted() }

  /// The latest members, at most so many, ascending.
  func latestMembers(_ count: Int) -> [Int] {
    var found: [Int] = []
    for index in (firstMember...latestMember).reversed() where known.contains(index) {
      found.append(index)
      if found.count == count { break }
    }
    return found.reversed()
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

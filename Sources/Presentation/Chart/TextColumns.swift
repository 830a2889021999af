import Statistics

/// Which points fit beside each other, and in which column each of them stands.
struct TextColumns {
  /// The latest that fit; all, where there is room.
  let points: Range<Int>
  /// By the point's place among these; the first is 0.
  private let positions: [Int]
  /// Cells between two neighbors.
  let step: Int
  /// Where periods are missing: the column in the middle of the empty ones.
  let gaps: [Int]
  /// Columns between two segments.
  let boundaries: [Int]

  /// Cells from one point to the next, the widest first.
  private static let steps = [6, 4, 3, 2, 1]

  init(_ chart: Chart, fitting width: Int) {
    let missing = Dictionary(uniqueKeysWithValues: chart.gaps.map { ($0.after + 1, $0.missing) })
    var placing = Placing(chart: chart, missing: missing, step: 1)
    for step in Self.steps {
      placing = Placing(chart: chart, missing: missing, step: step)
      if placing.first(fitting: width) == 0 { break }
    }
    self.init(placing, from: placing.first(fitting: width))
  }

  private init(_ placing: Placing, from first: Int) {
    let all = first..<placing.chart.points.count
    var (position, positions, gaps, boundaries) = (0, [Int](), [Int](), [Int]())
    for index in all {
      let before = position
      if index > first { position += placing.advance(to: index) }
      positions.append(position)
      guard index > first else { continue }
      if placing.missing[index] != nil { gaps.append((before + position) / 2) }
      if placing.beginsSegment(index) { boundaries.append((before + position) / 2) }
    }
    (points, self.positions, step) = (all, positions, placing.step)
    (self.gaps, self.boundaries) = (gaps, boundaries)
  }

  var width: Int { (positions.last ?? 0) + 1 }

  func position(of index: Int) -> Int { positions[index - points.lowerBound] }
}

/// How far apart points stand at one step.
private struct Placing {
  let chart: Chart
  /// Missing periods before a point.
  let missing: [Int: Int]
  let step: Int

  func beginsSegment(_ index: Int) -> Bool {
    chart.points[index].segment != chart.points[index - 1].segment
  }

  /// A gap is as wide as up to three points; a new segment has a column for its boundary.
  func advance(to index: Int) -> Int {
    let boundary = step == 1 && beginsSegment(index) ? 1 : 0
    return step * (1 + min(missing[index] ?? 0, 3)) + boundary
  }

  /// The first point from which all the others fit.
  func first(fitting width: Int) -> Int {
    var first = max(chart.points.count - 1, 0)
    var used = 1
    while first > 0 {
      used += advance(to: first)
      if used > width { break }
      first -= 1
    }
    return first
  }
}

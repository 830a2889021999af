/// Rules on some points of a window that slides over the points.
///
/// A window is full: two points are not two of three. It completes a pattern when it shows a point
/// of it that no window before did; so the first window of a series counts, however its points lie
/// in it. Windows that share such a point, on the same side, are one occurrence.
extension RuleTest {
  /// - Parameter allOnOneSide: the third point must be on the same side of the centre line, too.
  package static func twoOfThree(_ points: [Standing], allOnOneSide: Bool) -> [Occurrence] {
    let beyond = points.map { $0.side(beyond: 2) }
    guard allOnOneSide else { return windows(of: 3, atLeast: 2, in: beyond) }
    let sides = points.map(\.side)
    return windows(of: 3, atLeast: 2, in: beyond) { window, side in
      sides[window].allSatisfy { $0 == side }
    }
  }

  package static func fourOfFive(_ points: [Standing]) -> [Occurrence] {
    windows(of: 5, atLeast: 4, in: points.map { $0.side(beyond: 1) })
  }

  /// Nearer a limit than the centre is beyond 1.5σ, counted before limits are clamped.
  package static func nearLimit(_ points: [Standing]) -> [Occurrence] {
    windows(of: 4, atLeast: 3, in: points.map { $0.side(beyond: 1.5) })
  }

  /// A window wholly on one side is a shift, not this.
  package static func avoiding(_ points: [Standing], length: Int) -> [Occurrence] {
    let outside = points.map { $0.side(beyond: 1) }
    var tally = Tally()
    var found: [Occurrence] = []
    for end in outside.indices {
      tally.add(outside[end])
      if end >= length { tally.remove(outside[end - length]) }
      guard tally.high + tally.low == length, tally.high > 0, tally.low > 0 else { continue }
      found.extend(with: Array((end - length + 1)...end), side: nil, completedAt: end)
    }
    return found
  }

  private static func windows(
    of width: Int, atLeast needed: Int, in labels: [Side?],
    where holds: (Range<Int>, Side) -> Bool = { _, _ in true }
  ) -> [Occurrence] {
    var tally = Tally()
    var found: [Side: [Occurrence]] = [:]
    for end in labels.indices {
      tally.add(labels[end])
      if end >= width { tally.remove(labels[end - width]) }
      guard end >= width - 1, let side = tally.side(with: needed) else { continue }
      let window = (end - width + 1)..<(end + 1)
      guard holds(window, side) else { continue }
      let members = window.filter { labels[$0] == side }
      found[side, default: []].extend(with: members, side: side, completedAt: end)
    }
    return (found[.high] ?? []) + (found[.low] ?? [])
  }
}

/// How many points of a window lie on each side.
private struct Tally {
  var high = 0
  var low = 0

  mutating func add(_ side: Side?) { count(side, by: 1) }
  mutating func remove(_ side: Side?) { count(side, by: -1) }

  /// The side with that many points. Every rule here wants more than half of its window, so there
  /// is at most one.
  func side(with needed: Int) -> Side? {
    high >= needed ? .high : low >= needed ? .low : nil
  }

  private mutating func count(_ side: Side?, by change: Int) {
    if side == .high { high += change }
    if side == .low { low += change }
  }
}

extension [Occurrence] {
  /// Joins a window to the last occurrence if they share a member, else begins a new one.
  fileprivate mutating func extend(with members: [Int], side: Side?, completedAt end: Int) {
    guard let known = last?.members.last, members[0] <= known else {
      append(Occurrence(side: side, members: members, completions: [end]))
      return
    }
    let new = members.filter { $0 > known }
    self[count - 1].members += new
    if !new.isEmpty { self[count - 1].completions.append(end) }
  }
}

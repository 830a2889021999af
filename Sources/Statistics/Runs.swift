/// Longest stretches of equal labels, which shift, trend, hugging and their kin are made of.
struct Runs {
  /// Stretches of at least `length` neighbors with the same label, leaving out nil.
  static func stretches<Label: Equatable>(
    of labels: [Label?], atLeast length: Int
  ) -> [(label: Label, range: ClosedRange<Int>)] {
    var found: [(label: Label, range: ClosedRange<Int>)] = []
    var start = 0
    while start < labels.count {
      var end = start
      while end + 1 < labels.count, labels[end + 1] == labels[start] { end += 1 }
      if let label = labels[start], end - start + 1 >= length { found.append((label, start...end)) }
      start = end + 1
    }
    return found
  }

  /// Whether each point is above, below or level with the one before; one shorter than the points.
  static func steps(_ points: [Standing]) -> [Side?] {
    zip(points, points.dropFirst()).map { before, after in
      after.value > before.value ? .high : after.value < before.value ? .low : nil
    }
  }
}

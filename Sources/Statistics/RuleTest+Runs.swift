/// Rules on points in a row. Each reads all points it is given as consecutive.
extension RuleTest {
  package static func beyondLimit(_ points: [Standing]) -> [Occurrence] {
    points.indices.compactMap { index in
      points[index].sideBeyondLimit.map { side in
        let alone = [index]
        return Occurrence(side: side, members: alone, completions: alone)
      }
    }
  }

  /// A point on the centre line ends a run.
  package static func shift(_ points: [Standing], length: Int) -> [Occurrence] {
    Runs.stretches(of: points.map(\.side), atLeast: length).map { side, range in
      Occurrence(range, side: side, completeFrom: range.lowerBound + length - 1)
    }
  }

  /// Two equal values end a trend. A rise is high wherever it lies, a fall low.
  package static func trend(_ points: [Standing], length: Int) -> [Occurrence] {
    Runs.stretches(of: Runs.steps(points), atLeast: length - 1).map { side, steps in
      let range = steps.lowerBound...(steps.upperBound + 1)
      return Occurrence(range, side: side, completeFrom: range.lowerBound + length - 1)
    }
  }

  /// Steps that change direction each time; two equal values end the pattern.
  package static func alternating(_ points: [Standing], length: Int) -> [Occurrence] {
    let steps = Runs.steps(points)
    let turns: [Bool?] = zip(steps, steps.dropFirst()).map { before, after in
      before != nil && after == before?.opposite ? true : nil
    }
    return Runs.stretches(of: turns, atLeast: length - 2).map { _, turns in
      let range = turns.lowerBound...(turns.upperBound + 2)
      return Occurrence(range, side: nil, completeFrom: range.lowerBound + length - 1)
    }
  }

  /// A point at exactly 1σ is within. Where σ is zero nothing varies, and nothing hugs.
  package static func hugging(_ points: [Standing], length: Int) -> [Occurrence] {
    let within: [Bool?] = points.map { point in
      guard let limits = point.limits, limits.sigma > point.tolerance else { return nil }
      return point.side(beyond: 1) == nil ? true : nil
    }
    return Runs.stretches(of: within, atLeast: length).map { _, range in
      Occurrence(range, side: nil, completeFrom: range.lowerBound + length - 1)
    }
  }
}

extension Occurrence {
  /// A pattern of neighbors that is complete from one of them on.
  init(_ range: ClosedRange<Int>, side: Side?, completeFrom first: Int) {
    self.init(side: side, members: Array(range), completions: Array(first...range.upperBound))
  }
}

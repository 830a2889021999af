extension Chart {
  /// Applies the profile's rules to the points of the newest segment that count.
  ///
  /// A missing period neither breaks nor extends a run, as in qicharts2 and NHSRplotthedots: a rule
  /// reads the recorded points in order. The same goes for an excluded point.
  mutating func detect(among standings: [Standing], at indices: [Int]) {
    for test in options.profile.rules {
      let found =
        options.limits == .inForce
        ? test.occurrencesAsTheyCame(in: standings) : test.occurrences(in: standings)
      for occurrence in found {
        add(occurrence.moved(to: indices), rule: test.rule, excluded: false)
      }
    }
  }

  /// An excluded point beyond a limit still shows it, as in qicharts2; no other rule sees it.
  mutating func detectExcluded(among standings: [Standing], from: Int) {
    guard options.profile.rules.contains(.beyondLimit) else { return }
    let indices = (from..<(from + standings.count)).filter { points[$0].excluded }
    for occurrence in RuleTest.beyondLimit(indices.map { standings[$0 - from] }) {
      add(occurrence.moved(to: indices), rule: .beyondLimit, excluded: true)
    }
  }

  private mutating func add(_ occurrence: Occurrence, rule: Rule, excluded: Bool) {
    specialCauses.append(
      SpecialCause(
        rule: rule, side: occurrence.side, members: occurrence.members,
        completesAt: occurrence.completions[0], completions: occurrence.completions,
        segment: segments.count - 1,
        reading: Reading(occurrence.side, direction: options.direction),
        provisional: occurrence.completions.allSatisfy { points[$0].state != .full },
        excluded: excluded))
  }

  /// Puts the newest segment's special causes in order and leaves their signals at the points.
  mutating func mark(segment: Int) {
    let first = specialCauses.firstIndex { $0.segment == segment } ?? specialCauses.endIndex
    let found = specialCauses[first...]
    // Detection went rule by rule, so the index settles ties in the profile's order.
    let order = found.indices.map { (at: found[$0].completesAt, index: $0) }
      .sorted { ($0.at, $0.index) < ($1.at, $1.index) }
    specialCauses.replaceSubrange(first..., with: order.map { found[$0.index] })
    for cause in first..<specialCauses.endIndex { mark(cause) }
  }

  private mutating func mark(_ index: Int) {
    let cause = specialCauses[index]
    var next = 0
    for point in options.flagging == .members ? cause.members : cause.completions {
      while next < cause.completions.count, cause.completions[next] < point { next += 1 }
      let completes = next < cause.completions.count && cause.completions[next] == point
      points[point].signals.append(
        Signal(
          rule: cause.rule, side: cause.side, cause: index, completes: completes,
          reading: cause.reading, provisional: cause.provisional))
    }
  }
}

extension Occurrence {
  /// The same occurrence with each index replaced by the one that it stands for.
  func moved(to indices: [Int]) -> Occurrence {
    if indices.first == 0, indices.last == indices.count - 1 { return self }  // no point moves
    return Occurrence(
      side: side, members: members.map { indices[$0] },
      completions: completions.map { indices[$0] })
  }
}

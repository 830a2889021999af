extension Chart {
  /// Applies the profile's rules to the points of the newest segment that count.
  ///
  /// A missing period neither breaks nor extends a run, as in qicharts2 and NHSRplotthedots: a rule
  /// reads the recorded points in order. The same goes for an excluded point.
  mutating func detect(among standings: [Standing], at indices: [Int]) {
    for test in options.profile.rules {
      for occurrence in test.occurrences(in: standings) {
        add(occurrence.moved(to: indices), rule: test.rule, excluded: false)
      }
    }
  }

  /// An excluded point beyond a limit still shows it, as in qicharts2; no other rule sees it.
  mutating func detectExcluded(among standings: [Standing], from: Int) {
    guard options.profile.rules.contains(.beyondLimit) else { return }
    for occurrence in RuleTest.beyondLimit(standings) {
      let index = occurrence.members[0] + from
      guard points[index].excluded else { continue }
      let found = Occurrence(side: occurrence.side, members: [index], completions: [index])
      add(found, rule: .beyondLimit, excluded: true)
    }
  }

  private mutating func add(_ occurrence: Occurrence, rule: Rule, excluded: Bool) {
    specialCauses.append(
      SpecialCause(
        rule: rule, side: occurrence.side, members: occurrence.members,
        completesAt: occurrence.completions[0], completions: occurrence.completions,
        segment: segments.count - 1,
        reading: Reading(occurrence.side, direction: options.direction),
        provisional: segments[segments.count - 1].state == .trial, excluded: excluded))
  }

  /// Puts the newest segment's special causes in order and leaves their signals at the points.
  mutating func mark(segment: Int) {
    let first = specialCauses.firstIndex { $0.segment == segment } ?? specialCauses.endIndex
    let rank = Dictionary(
      uniqueKeysWithValues: options.profile.rules.enumerated().map { ($1.rule, $0) })
    specialCauses[first...].sort {
      ($0.completesAt, rank[$0.rule] ?? 0) < ($1.completesAt, rank[$1.rule] ?? 0)
    }
    for cause in first..<specialCauses.endIndex { mark(cause) }
  }

  private mutating func mark(_ index: Int) {
    let cause = specialCauses[index]
    var completions = cause.completions[...]
    for point in options.flagging == .members ? cause.members : cause.completions {
      while let next = completions.first, next < point { completions.removeFirst() }
      points[point].signals.append(
        Signal(
          rule: cause.rule, side: cause.side, cause: index, completes: completions.first == point,
          reading: cause.reading, provisional: cause.provisional))
    }
  }
}

extension Occurrence {
  /// The same occurrence with each index replaced by the one that it stands for.
  func moved(to indices: [Int]) -> Occurrence {
    Occurrence(
      side: side, members: members.map { indices[$0] },
      completions: completions.map { indices[$0] })
  }
}

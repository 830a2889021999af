import Testing

@testable import Statistics

@Suite("Limits in force")
struct LimitsInForceTests {
  static let seeds = Array(UInt64(1)...36)

  private func inForce(
    _ values: [Double], profile: RuleProfile? = nil,
    _ configure: (inout ChartOptions) -> Void = { _ in }
  ) throws -> Chart {
    try Chart.of(values, profile: profile) {
      $0.limits = .inForce
      $0.growth = LimitGrowth(trial: 6, full: 13, grown: 30)
      configure(&$0)
    }
  }

  /// Alternates about a level with moving ranges of 2.
  private func zigzag(_ level: Double, _ count: Int) -> [Double] {
    (0..<count).map { level + ($0 % 2 == 0 ? -1 : 1) }
  }

  @Test("A sustained shift doesn't move the limits that found it")
  func shift() throws {
    let chart = try inForce(zigzag(10, 30) + zigzag(18, 30))
    #expect(chart.points.last?.center.isNear(10, within: 0.1) == true)
    #expect(chart.segments[0].center == chart.points.last?.center)
    #expect(chart.members(of: .beyondLimit) == Array(30..<60))
    #expect(chart.points[..<29].allSatisfy { $0.signals.isEmpty })
  }

  @Test("The same shift over the whole turns the past into its mirror image")
  func whole() throws {
    let chart = try Chart.of(zigzag(10, 30) + zigzag(18, 30))
    #expect(!chart.points[..<30].allSatisfy { $0.signals.isEmpty })
  }

  @Test("The first points make trial limits together; a sixth of them is needed")
  func opening() throws {
    #expect(try inForce(zigzag(10, 5)).points.allSatisfy { $0.state == .line && $0.lower == nil })
    let chart = try inForce(zigzag(10, 14))
    #expect(chart.points[..<13].allSatisfy { $0.state == .trial && $0.lower != nil })
    #expect(chart.points[13].state == .full)
    #expect(chart.segments[0].state == .full)
  }

  @Test("What trial limits find is provisional, and full limits don't make it more")
  func provisional() throws {
    let chart = try inForce(zigzag(10, 8) + [40] + zigzag(10, 20))
    #expect(chart.specialCauses.filter { $0.rule == .beyondLimit }.map(\.provisional) == [true])
    #expect(chart.points.last?.upper == chart.points[20].upper)
    #expect(chart.points[20].upper.isNear(10 + 2.66 * 2, within: 0.5))
  }

  @Test("Limits grow with quiet points and are kept from then on")
  func growing() throws {
    let chart = try inForce(zigzag(10, 13) + zigzag(10.5, 60))
    let centers = chart.points.map { $0.center! }
    #expect(centers[13] < centers[30])
    #expect(Set(centers[40...]).count == 1)
  }

  @Test("An excluded point is judged by the limits of its time and moves none")
  func exclusion() throws {
    var values = zigzag(10, 30)
    values[20] = 90
    let chart = try inForce(values) { $0.exclusions = [20] }
    #expect(chart.specialCauses.map(\.excluded) == [true])
    #expect(chart.segments[0].center == 10)
  }

  @Test("A rebase begins limits of its own, and a frozen baseline sets them")
  func segments() throws {
    let values = zigzag(10, 20) + zigzag(18, 20)
    let rebased = try inForce(values) { $0.rebases = [20] }
    #expect(rebased.segments[0].center.isNear(10, within: 0.1))
    #expect(rebased.segments[1].center.isNear(18, within: 0.1))
    #expect(rebased.specialCauses.isEmpty)
    let frozen = try inForce(values) { $0.baseline = 0...12 }
    #expect(frozen.segments[0].basis == 13)
    #expect(frozen.members(of: .beyondLimit) == Array(20..<40))
  }

  @Test("A run that began on trial limits and completes on full ones counts")
  func acrossTheThreshold() throws {
    let chart = try inForce(zigzag(10, 9) + [11.2, 11, 11.2, 11, 11.2, 11, 11.2, 11])
    let shift = try #require(chart.specialCauses.first { $0.rule == .shift })
    #expect(!shift.provisional)
    #expect(shift.members.first == 9)
  }

  @Test(
    "A chart of ten thousand points takes seconds at most, even unoptimized",
    arguments: [
      RuleProfile.nhsMDC, .nelson, .anhoej,
    ])
  func large(profile: RuleProfile) throws {
    var generator = SeededGenerator(seed: 7)
    let values = generator.eighths(10_000)
    let start = ContinuousClock.now
    let chart = try inForce(values, profile: profile)
    #expect(chart.points.count == 10_000)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}

/// What is found on full limits stays found, whatever comes later.
@Suite("What limits in force say is settled")
struct SettledReadingTests {
  enum Shape: CaseIterable { case normal, skewed, counts, proportions, shifting }

  struct Sample: CustomTestStringConvertible, Sendable {
    let seed: UInt64
    let shape: Shape
    let profile: RuleProfile
    var testDescription: String { "\(shape), \(profile.id), seed \(seed)" }
  }

  static let samples = Shape.allCases.flatMap { shape in
    RuleProfile.all.flatMap { profile in
      (UInt64(1)...4).map { Sample(seed: $0, shape: shape, profile: profile) }
    }
  }

  private struct Finding: Hashable {
    let rule: Rule
    let side: Side?
    let reading: Reading
  }

  private func observations(_ sample: Sample) -> [Observation] {
    var generator = SeededGenerator(seed: sample.seed)
    let count = Int.random(in: 20...110, using: &generator)
    var period = 0
    return (0..<count).map { index in
      period += Int.random(in: 0..<12, using: &generator) == 0 ? 3 : 1
      let late = sample.shape == .shifting && index > count / 2 ? 12.0 : 0
      func normal() -> Double {
        (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
      }
      switch sample.shape {
      case .normal, .shifting: return Observation(period: period, value: 50 + 8 * normal() + late)
      case .skewed:
        let one = Double.random(in: 0.0001..<1, using: &generator)
        return Observation(period: period, value: 1 / one.squareRoot())
      case .counts:
        let hits = (0..<60).count { _ in Int.random(in: 0..<9, using: &generator) == 0 }
        return Observation(period: period, value: Double(hits))
      case .proportions:
        let items = Int.random(in: 20...90, using: &generator)
        let hits = (0..<items).count { _ in Int.random(in: 0..<8, using: &generator) == 0 }
        return Observation(period: period, value: Double(hits), denominator: Double(items))
      }
    }
  }

  private func options(_ sample: Sample, _ observations: [Observation]) -> ChartOptions {
    let isRate = sample.shape == .proportions
    let kind: ChartKind =
      sample.profile == .anhoej
      ? .run : isRate ? .p : sample.shape == .counts ? .c : .xmr
    var options = ChartOptions(kind: kind, profile: sample.profile)
    (options.limits, options.plotsRatio, options.direction) = (.inForce, isRate, .up)
    if sample.seed.isMultiple(of: 2) {
      options.rebases = [observations[observations.count / 2].period]
    }
    if sample.seed == 3 { options.exclusions = [observations[17].period] }
    if sample.seed == 4 { (options.screening, options.center) = (true, .median) }
    return options
  }

  private func findings(_ chart: Chart) -> [[Finding]] {
    chart.points.map { point in
      point.signals.filter { !$0.provisional }.map {
        Finding(rule: $0.rule, side: $0.side, reading: $0.reading)
      }
    }
  }

  @Test("No later point withdraws, reverses or moves what was said", arguments: samples)
  func prefixes(sample: Sample) throws {
    let all = observations(sample)
    let options = options(sample, all)
    let whole = try Chart(ChartInput(all, cadence: .daily), options: options)
    let final = findings(whole)
    for count in stride(from: 14, to: all.count, by: 1) {
      let early = try Chart(
        ChartInput(Array(all[..<count]), cadence: .daily), options: options)
      for (index, said) in findings(early).enumerated() where early.points[index].state == .full {
        #expect(Set(said).isSubset(of: Set(final[index])), "\(sample.testDescription) at \(count)")
        #expect(early.points[index].lower == whole.points[index].lower)
        #expect(early.points[index].upper == whole.points[index].upper)
        let news = Set(final[index]).subtracting(said)
        #expect(
          news.allSatisfy { isCompleted($0, at: index, after: count, in: whole) },
          "\(sample.testDescription) at \(count)")
      }
    }
  }

  /// Whether a point's finding comes from a pattern that only a later point completed or lengthened.
  private func isCompleted(_ finding: Finding, at index: Int, after count: Int, in chart: Chart)
    -> Bool
  {
    chart.specialCauses.contains { cause in
      cause.rule == finding.rule && cause.side == finding.side && cause.members.contains(index)
        && cause.completions.contains { $0 >= count }
    }
  }
}

import Testing

@testable import Statistics

@Suite("Segments, baselines, exclusions and gaps")
struct SegmentTests {
  /// Alternates about a level with moving ranges of 2.
  func zigzag(_ level: Double, _ count: Int) -> [Double] {
    (0..<count).map { level + ($0 % 2 == 0 ? -1 : 1) }
  }

  @Test("Without a rebase nothing is rebased, however plain the shift")
  func neverByItself() throws {
    let chart = try Chart.of(zigzag(10, 20) + zigzag(40, 20))
    #expect(chart.segments.count == 1)
    #expect(!chart.members(of: .shift).isEmpty)
  }

  @Test("A rebase begins a segment with lines of its own")
  func rebase() throws {
    let chart = try Chart.of(zigzag(10, 14) + zigzag(40, 15)) { $0.rebases = [14] }
    #expect(chart.segments.map(\.from) == [0, 14])
    #expect(chart.segments.map(\.to) == [13, 28])
    #expect(chart.segments.map(\.count) == [14, 15])
    #expect(chart.segments[0].center == 10)
    #expect(chart.points[13].segment == 0)
    #expect(chart.points[14].segment == 1)
    #expect(chart.points[14].movingRange == nil)
    #expect(chart.segments[1].movingRangeMean == 2)
    #expect(chart.specialCauses.isEmpty)
  }

  @Test("Segments share no rule state: a run of 12 split in two is no shift")
  func noSharedState() throws {
    let low = [5.0, 6, 5, 6, 5, 6, 5]
    let high: [Double] = [12, 13, 12, 13, 12, 13]
    let whole = try Chart.of(low + high + high + low)
    #expect(whole.members(of: .shift) == Array(0..<26))
    let split = try Chart.of(low + high + high + low) { $0.rebases = [13] }
    #expect(split.members(of: .shift) == Array(0..<7) + Array(19..<26))
    let trend = (0..<12).map(Double.init)
    #expect(try Chart.of(trend).members(of: .trend) == Array(0..<12))
    #expect(try Chart.of(trend) { $0.rebases = [6] }.members(of: .trend).isEmpty)
  }

  @Test("A rebase before the first point or after the last changes nothing")
  func idleRebases() throws {
    let values = zigzag(10, 14)
    let plain = try Chart.of(values).segments
    #expect(try Chart.of(values) { $0.rebases = [-5, 0, 14, 99] }.segments == plain)
  }

  @Test("A rebase between two periods begins at the next; the same one twice counts once")
  func rebaseBetween() throws {
    let observations = zigzag(10, 14).enumerated().map {
      Observation(period: $0.offset * 7, value: $0.element)
    }
    var options = ChartOptions()
    options.rebases = [50, 45, 45]
    let chart = try Chart(ChartInput(observations, cadence: .weekly), options: options)
    #expect(chart.segments.map(\.from) == [0, 7, 8])
  }

  @Test("A frozen baseline sets the limits, and later points neither move them nor escape them")
  func baseline() throws {
    let chart = try Chart.of(zigzag(10, 14) + zigzag(40, 6)) { $0.baseline = 0...13 }
    let segment = chart.segments[0]
    #expect(segment.center == 10)
    #expect(segment.movingRangeMean == 2)
    #expect(segment.basis == 14)
    #expect(segment.count == 20)
    #expect(chart.members(of: .beyondLimit) == Array(14..<20))
  }

  @Test("A baseline that begins late judges the earlier points, too")
  func lateBaseline() throws {
    let chart = try Chart.of([90] + zigzag(10, 14)) { $0.baseline = 1...14 }
    #expect(chart.segments[0].center == 10)
    #expect(chart.members(of: .beyondLimit) == [0])
  }

  @Test("A rebase ends a frozen baseline's reign")
  func baselineAndRebase() throws {
    let chart = try Chart.of(zigzag(10, 14) + zigzag(40, 14)) {
      $0.baseline = 0...13
      $0.rebases = [14]
    }
    #expect(chart.segments.map(\.center) == [10, 40])
    #expect(chart.specialCauses.isEmpty)
  }

  @Test("A baseline without any point freezes nothing")
  func emptyBaseline() throws {
    let chart = try Chart.of(zigzag(10, 14)) { $0.baseline = 50...60 }
    #expect(chart.segments[0].basis == 14)
  }

  @Test("A baseline of eight points stays a trial however many follow")
  func shortBaseline() throws {
    let chart = try Chart.of(zigzag(10, 8) + [30] + zigzag(10, 20)) { $0.baseline = 0...7 }
    #expect(chart.segments[0].state == .trial)
    #expect(chart.specialCauses.map(\.provisional) == [true])
  }

  @Test("An excluded point is visible but counts for nothing")
  func exclusion() throws {
    var values = zigzag(10, 15)
    values[7] = 500
    let chart = try Chart.of(values) { $0.exclusions = [7] }
    #expect(chart.points[7].excluded)
    #expect(chart.points[7].value == 500)
    #expect(chart.segments[0].count == 14)
    #expect(chart.segments[0].movingRangeMean == 2)
    #expect(chart.points[7].movingRange == nil)
    #expect(chart.points[8].movingRange == nil)
    #expect(chart.segments[0].run?.useful == 14)
  }

  @Test("An excluded point beyond a limit shows it and is marked as excluded")
  func excludedBeyond() throws {
    var values = zigzag(10, 15)
    values[7] = 500
    let chart = try Chart.of(values) { $0.exclusions = [7] }
    #expect(chart.specialCauses.map(\.rule) == [.beyondLimit])
    #expect(chart.specialCauses.map(\.excluded) == [true])
    #expect(chart.points[7].signals.map(\.rule) == [.beyondLimit])
  }

  @Test("A run passes over an excluded point and does not count it")
  func runOverExclusion() throws {
    let low: [Double] = [1, 2, 1, 2, 1, 2, 1]
    let high: [Double] = [9, 8, 9, 40, 8, 9, 8, 9]
    let chart = try Chart.of(low + high) { $0.exclusions = [10] }
    #expect(chart.members(of: .shift) == Array(0..<7) + [7, 8, 9, 11, 12, 13, 14])
    let six = try Chart.of(low + high.dropLast()) { $0.exclusions = [10] }
    #expect(six.members(of: .shift) == Array(0..<7))
  }

  @Test("A segment of excluded points only has no lines and no signals")
  func allExcluded() throws {
    let chart = try Chart.of(zigzag(10, 14) + [1, 2]) {
      $0.rebases = [14]
      $0.exclusions = [14, 15]
    }
    #expect(chart.segments[1].center == nil)
    #expect(chart.segments[1].count == 0)
    #expect(chart.segments[1].state == .line)
    #expect(chart.points[15].segment == 1)
  }
}

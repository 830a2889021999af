import Testing

@testable import Statistics

/// Periods without an observation.
extension SegmentTests {
  @Test("No moving range spans a missing period, and a gap is no zero")
  func gap() throws {
    let values = zigzag(10, 8) + zigzag(30, 8)
    let observations = values.enumerated().map {
      Observation(period: $0.offset + ($0.offset < 8 ? 0 : 3), value: $0.element)
    }
    let chart = try Chart(ChartInput(observations, cadence: .daily), options: ChartOptions())
    #expect(chart.gaps == [ChartGap(after: 7, missing: 3)])
    #expect(chart.points.count == 16)
    #expect(chart.points[8].movingRange == nil)
    #expect(chart.segments[0].movingRangeMean == 2)
    #expect(chart.segments[0].center == 20)
    let irregular = try Chart(
      ChartInput(observations, cadence: .irregular), options: ChartOptions())
    #expect(irregular.gaps.isEmpty)
    #expect(irregular.points[8].movingRange == 18)
  }

  @Test("Runs and trends pass over a gap: they count what was recorded")
  func runOverGap() throws {
    let observations = (0..<7).map { Observation(period: $0 < 4 ? $0 : $0 + 2, value: Double($0)) }
    let chart = try Chart(ChartInput(observations, cadence: .daily), options: ChartOptions())
    #expect(chart.members(of: .trend) == Array(0..<7))
  }

  @Test("Points that are no neighbors at all give a line without limits")
  func onlyGaps() throws {
    let observations = (0..<14).map { Observation(period: $0 * 2, value: Double($0)) }
    let chart = try Chart(ChartInput(observations, cadence: .daily), options: ChartOptions())
    #expect(chart.segments[0].state == .line)
    #expect(chart.segments[0].upper == nil)
    #expect(chart.specialCauses.isEmpty)
  }

  @Test("Months of every length are neighbors, over new year and leap days")
  func months() {
    // First days of December 2023, January, February, March, April 2024.
    let firsts = [19692, 19723, 19754, 19783, 19814]
    let ordinals = firsts.map { Cadence.monthly.ordinal(of: $0) }
    #expect(zip(ordinals, ordinals.dropFirst()).allSatisfy { $1 == $0 + 1 })
    #expect(Cadence.monthly.ordinal(of: 19782) == ordinals[2])  // 29 February 2024
    #expect(Cadence.monthly.ordinal(of: -1) == Cadence.monthly.ordinal(of: 0) - 1)
    #expect(Cadence.monthly.ordinal(of: -31) == Cadence.monthly.ordinal(of: -1))
  }

  @Test("Weeks begin on Monday, before 1970 as after")
  func weeks() {
    // 1970-01-01 was a Thursday; -3 is its Monday.
    #expect((-3...3).map { Cadence.weekly.ordinal(of: $0) } == [0, 0, 0, 0, 0, 0, 0])
    #expect(Cadence.weekly.ordinal(of: -4) == -1)
    #expect(Cadence.weekly.ordinal(of: 4) == 1)
  }
}

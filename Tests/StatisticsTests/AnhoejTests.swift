import Testing

@testable import Statistics

/// Critical values of Anhøj and Wentzel-Larsen (PLOS ONE 2020, 15(6): e0233920; table cr_bounds of
/// github.com/ToreWentzel-Larsen/crossrunbox) and examples of the qicharts2 vignette.
@Suite("Anhøj's runs analysis")
struct AnhoejTests {
  @Test("The longest run allowed, for 10 to 100 useful points")
  func longestRuns() {
    let published = [
      6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
      8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9,
      9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10,
      10,
    ]
    #expect((10...100).map { RunAnalysis.longestRunLimit(useful: $0) } == published)
  }

  @Test("The fewest crossings allowed, for 10 to 100 useful points")
  func crossings() {
    let published = [
      2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 11, 11, 11, 12, 12, 13, 13,
      14, 14, 14, 15, 15, 16, 16, 17, 17, 17, 18, 18, 19, 19, 20, 20, 21, 21, 21, 22, 22, 23, 23,
      24, 24, 25, 25, 25, 26, 26, 27, 27, 28, 28, 29, 29, 29, 30, 30, 31, 31, 32, 32, 33, 33, 34,
      34, 34, 35, 35, 36, 36, 37, 37, 38, 38, 39, 39, 39, 40, 40, 41, 41,
    ]
    #expect((10...100).map { RunAnalysis.crossingsLimit(useful: $0) } == published)
  }

  @Test("Thirteen signs with five crossings and a longest run of three: no signal")
  func workedSigns() throws {
    let sides: [Double] = [1, 1, 1, -1, -1, -1, 1, -1, -1, 1, -1, -1, -1]
    let run = try #require(RunAnalysis.summary(of: Standing.standard(sides)))
    #expect(run.crossings == 5)
    #expect(run.longestRun == 3)
    #expect(run.signal == false)
  }

  @Test("Of thirteen, a run of seven is still chance and one of eight is not")
  func sevenOfThirteen() throws {
    let seven: [Double] = [1, 1, 1, 1, 1, 1, 1, -1, 1, -1, 1, -1, 1]
    #expect(RuleTest.longRun(Standing.standard(seven)).isEmpty)
    let eight: [Double] = [1, 1, 1, 1, 1, 1, 1, 1, -1, 1, -1, 1, -1]
    let found = RuleTest.longRun(Standing.standard(eight))
    #expect(found.map(\.members) == [[0, 1, 2, 3, 4, 5, 6, 7]])
    #expect(found.map(\.completions) == [[7]])
  }

  private let shifted: [Double] = [
    -1.1894537453, 0.3885812296, -0.3443333492, -0.5478961384, 0.9806622158, -0.2366460073,
    0.8097397043, -0.7447795287, -0.2597870131, -0.1830838304, 0.5186299876, 0.8834651007,
    1.0012847526, 2.5348299923, 1.8762320483, 4.1193033079, 0.4865241261, 2.2551948706,
    3.5047414384, 1.6099195253, 2.5793581701, 2.2103558397, 2.9440427755, 0.1733067664,
  ]

  @Test("A shift by 2 SD: invisible to 3σ, seen by both run rules and by a run of eight")
  func shiftOfTwo() throws {
    let chart = try Chart.of(shifted, profile: .westernElectric)
    let segment = chart.segments[0]
    #expect(segment.center.isNear(1.057091, within: 1e-6))
    #expect(segment.lower.isNear(-2.114884, within: 1e-6))
    #expect(segment.upper.isNear(4.229067, within: 1e-6))
    #expect(chart.members(of: .beyondLimit).isEmpty)
    #expect(!chart.members(of: .shift).isEmpty)
    let run = try #require(segment.run)
    #expect([run.useful, run.longestRun, run.longestRunLimit] == [24, 13, 8])
    #expect([run.crossings, run.crossingsLimit] == [4, 8])
    #expect(run.signal == true)
    let rules = try Chart.of(shifted, profile: .anhoej).specialCauses.map(\.rule)
    #expect(Set(rules) == [.longRun, .fewCrossings])
  }

  private let infections: [Double] = [
    17, 12, 27, 20, 20, 18, 22, 19, 19, 24, 17, 16, 24, 19, 19, 22, 25, 19, 17, 6, 25, 17, 11, 14,
    9, 11, 7, 13, 5, 5, 3, 5, 9, 4, 5, 9,
  ]

  @Test("Infections about the median of the 24 months before the intervention")
  func infectionRunChart() throws {
    let chart = try Chart.of(infections, kind: .run) {
      $0.baseline = 0...23
      $0.direction = .down
    }
    #expect(chart.options.profile == .anhoej)
    let run = try #require(chart.segments[0].run)
    #expect(run.center.rounded() == 19)
    #expect(run.longestRun == 15)
    #expect(run.signal == true)
    let longRun = try #require(chart.specialCauses.first { $0.rule == .longRun })
    #expect(longRun.reading == .improvement)
    #expect(longRun.members.last == 35)
  }

  @Test("Infections as a c chart, split at the intervention")
  func infectionCounts() throws {
    let chart = try Chart.of(infections, kind: .c) { $0.rebases = [24] }
    #expect(chart.segments.map { $0.center?.rounded() } == [19, 7])
    #expect(chart.segments[1].lower == 0)
    #expect(chart.segments[1].upper?.rounded() == 15)
  }
}

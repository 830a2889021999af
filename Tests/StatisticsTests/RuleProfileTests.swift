import Testing

@testable import Statistics

@Suite("Rule profiles")
struct RuleProfileTests {
  @Test("Profiles are found by id and version")
  func lookup() {
    #expect(RuleProfile.named("nhs-mdc") == .nhsMDC)
    #expect(RuleProfile.named("nelson", version: 1) == .nelson)
    #expect(RuleProfile.named("nelson", version: 2) == nil)
    #expect(RuleProfile.named("montgomery") == nil)
    let ids = ["nhs-mdc", "western-electric", "nelson", "wheeler", "anhoej"]
    #expect(RuleProfile.all.map(\.id) == ids)
    #expect(RuleProfile.all.allSatisfy { !$0.screensMovingRanges })
  }

  @Test("Every profile has exactly its rules")
  func rules() {
    #expect(RuleProfile.nhsMDC.rules.map(\.rule) == [.beyondLimit, .shift, .trend, .twoOfThree])
    #expect(
      RuleProfile.westernElectric.rules.map(\.rule)
        == [.beyondLimit, .twoOfThree, .fourOfFive, .shift])
    #expect(
      RuleProfile.nelson.rules.map(\.rule) == [
        .beyondLimit, .shift, .trend, .alternating, .twoOfThree, .fourOfFive, .hugging, .avoiding,
      ])
    #expect(RuleProfile.wheeler.rules.map(\.rule) == [.beyondLimit, .shift, .nearLimit])
    #expect(RuleProfile.anhoej.rules.map(\.rule) == [.longRun, .fewCrossings])
  }

  @Test("The default is nhs-mdc, and anhoej for a run chart")
  func defaults() {
    #expect(ChartOptions().profile == .nhsMDC)
    #expect(ChartOptions(kind: .p).profile == .nhsMDC)
    #expect(ChartOptions(kind: .run).profile == .anhoej)
  }

  @Test(
    "Each profile's constants, on values whose moving ranges are all 1",
    arguments: [
      (RuleProfile.nhsMDC, 2.66, 3.267), (.wheeler, 2.66, 3.268),
      (.westernElectric, 3 / 1.128, 3.267), (.nelson, 3 / 1.128, 3.267),
      (.anhoej, 3 / 1.128, 3.267),
    ] as [(RuleProfile, Double, Double)])
  func constants(profile: RuleProfile, reach: Double, rangeLimit: Double) throws {
    let values = (0..<14).map { Double($0 % 2) }
    let segment = try Chart.of(values, profile: profile).segments[0]
    #expect(segment.upper.isNear(0.5 + reach, within: 1e-12))
    #expect(segment.lower.isNear(0.5 - reach, within: 1e-12))
    #expect(segment.sigma.isNear(reach / 3, within: 1e-12))
    #expect(segment.movingRangeUpper.isNear(rangeLimit, within: 1e-12))
  }

  @Test("A median moving range is not divided by 1.128")
  func medianFactor() throws {
    let values = (0..<14).map { Double($0 % 2) }
    let segment = try Chart.of(values) { $0.dispersion = .medianMovingRange }.segments[0]
    #expect(segment.upper.isNear(0.5 + 3.145, within: 1e-12))
    #expect(segment.movingRangeUpper.isNear(3.865, within: 1e-12))
  }

  @Test("Seven on one side: a signal for the NHS, not yet for the others")
  func sevenOnOneSide() throws {
    // Below, above, below the mean in stretches of six, seven and seven.
    let values: [Double] = [
      9, 11, 9, 11, 9, 11, 12, 11.5, 12, 11.5, 12, 11.5, 12, 8.4, 8.2, 8.4, 8.2, 8.4, 8.2,
    ]
    let standings = Standing.standard(values.map { $0 - 10 })
    #expect(RuleTest.shift(standings, length: 7).count == 1)
    #expect(RuleTest.shift(standings, length: 9).isEmpty)
    let nhs = try Chart.of(values)
    #expect(nhs.members(of: .shift) == [5, 6, 7, 8, 9, 10, 11, 12])
    #expect(try Chart.of(values, profile: .nelson).members(of: .shift).isEmpty)
  }
}

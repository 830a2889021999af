import Testing

@testable import Statistics

/// Worked examples of Wheeler, Making Sense of Data, as stated in the tests of statprocon
/// (github.com/mattmccormick/statprocon, MIT).
@Suite("Wheeler, Making Sense of Data")
struct WheelerTests {
  @Test("Page 130: peak flow rates")
  func peakFlow() throws {
    let values: [Double] = [
      120, 140, 100, 150, 260, 150, 100, 120, 300, 300, 275, 300, 140, 170, 150, 150, 190, 180,
    ]
    let ranges: [Double?] = [
      nil, 20, 40, 50, 110, 110, 50, 20, 180, 0, 25, 25, 160, 30, 20, 0, 40, 10,
    ]
    let chart = try Chart.of(values, profile: .wheeler)
    #expect(chart.points.map(\.movingRange) == ranges)
    let segment = chart.segments[0]
    #expect(segment.center.isNear(183.1, within: 0.06))
    #expect(segment.movingRangeMean.isNear(52.4, within: 0.06))
    #expect(segment.upper.isNear(322.3, within: 0.06))
    #expect(segment.lower.isNear(43.8, within: 0.06))
    #expect(segment.movingRangeUpper.isNear(171.1, within: 0.06))
  }

  @Test("Page 382: the data set for verifying software")
  func verifyingSoftware() throws {
    let values: [Double] = [
      5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463,
      5200,
    ]
    let ranges: [Double?] = [
      nil, 695, 0, 375, 315, 140, 55, 200, 305, 55, 280, 115, 460, 385, 222, 1737,
    ]
    let chart = try Chart.of(values, profile: .wheeler)
    #expect(chart.points.map(\.movingRange) == ranges)
    let segment = chart.segments[0]
    #expect(segment.center.isNear(4135.5, within: 0.01))
    #expect(segment.movingRangeMean.isNear(355.93, within: 0.01))
    #expect(segment.lower.isNear(3188.72, within: 0.01))
    #expect(segment.upper.isNear(5082.28, within: 0.01))
    #expect(segment.movingRangeUpper.isNear(1163.19, within: 0.01))
  }

  @Test("Page 145: limits from the median moving range")
  func medianMovingRange() throws {
    let values: [Double] = [2.5, 2.3, 16.3, 6.3, 7.6, 16.3, 7.1, 7.8, 7.8, 9.9, 10.5, -4.8]
    let chart = try Chart.of(values, profile: .wheeler) { $0.dispersion = .medianMovingRange }
    let segment = chart.segments[0]
    #expect(segment.center.isNear(7.467, within: 0.001))
    #expect(segment.movingRangeMean.isNear(2.1, within: 0.001))
    #expect(segment.upper.isNear(14.072, within: 0.001))
    #expect(segment.lower.isNear(0.862, within: 0.001))
    #expect(segment.movingRangeUpper.isNear(8.116, within: 0.001))
  }

  @Test("Page 147: a median centre line with the median moving range")
  func medianCenter() throws {
    let values: [Double] = [
      260, 130, 189, 1080, 175, 200, 193, 120, 33, 293, 195, 571, 55698, 209, 1825, 239, 290, 254,
      93, 278, 185, 123, 9434, 408, 570, 118, 238, 207, 153, 209, 243, 110, 306, 343, 244,
    ]
    let chart = try Chart.of(values, profile: .wheeler) {
      $0.center = .median
      $0.dispersion = .medianMovingRange
    }
    let segment = chart.segments[0]
    #expect(segment.center == 238)
    #expect(segment.movingRangeMean == 125)
    #expect(segment.upper.isNear(631.125, within: 1e-9))
    #expect(segment.lower.isNear(-155.125, within: 1e-9))
    #expect(segment.movingRangeUpper.isNear(483.125, within: 1e-9))
  }

  private let groupA: [Double] = [43, 40, 37, 33, 30, 33, 34, 35, 29, 33, 31, 39]
  private let groupB: [Double] = [35, 37, 33, 32, 27, 29, 31, 22, 25, 30, 24, 19]

  @Test("Table 9.1: limits of both accident groups")
  func accidentLimits() throws {
    let a = try Chart.of(groupA, profile: .wheeler).segments[0]
    #expect(a.upper.isNear(43.9, within: 0.11))
    #expect(a.lower.isNear(25.6, within: 0.11))
    let b = try Chart.of(groupB, profile: .wheeler).segments[0]
    #expect(b.upper.isNear(39.3, within: 0.11))
    #expect(b.lower.isNear(18.0, within: 0.11))
  }

  @Test("Table 9.1: each group judged by the other's frozen limits")
  func accidentComparison() throws {
    let aByB = try Chart.of(groupB + groupA, profile: .wheeler) { $0.baseline = 0...11 }
    #expect(aByB.members(of: .beyondLimit).filter { $0 >= 12 } == [12, 13])
    let bByA = try Chart.of(groupA + groupB, profile: .wheeler) { $0.baseline = 0...11 }
    #expect(bByA.members(of: .beyondLimit).filter { $0 >= 12 } == [19, 20, 22, 23])
  }
}

import Glibc
import Testing

@testable import Statistics

@Suite("Effects of several cases")
struct PooledEffectTests {
  func near(_ a: Double, _ b: Double, _ within: Double) -> Bool { abs(a - b) <= within }

  /// Thirteen trials of the BCG vaccine (metafor, `dat.bcg`): cases and others of treated and control.
  static let bcg: [(Double, Double, Double, Double)] = [
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13_536, 248, 12_619),
    (33, 5_036, 47, 5_761), (180, 1_361, 372, 1_079), (8, 2_537, 10, 619),
    (505, 87_886, 499, 87_892), (29, 7_470, 45, 7_232), (17, 1_699, 65, 1_600),
    (186, 50_448, 141, 27_197), (5, 2_493, 3, 2_338), (27, 16_886, 29, 17_825),
  ]

  @Test("The BCG trials pool as published")
  func trials() throws {
    let effects = Self.bcg.map { a, b, c, d in
      MeasuredEffect(
        value: log(a / (a + b)) - log(c / (c + d)),
        variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d))
    }
    let pooled = try #require(PooledEffect(effects))
    #expect(near(pooled.tauSquared, 0.3088, 5e-5))
    #expect(near(pooled.mean, -0.7141, 5e-5))
    #expect(near(pooled.standardError, 0.1787, 5e-5))
    #expect(near(pooled.spreadError, 0.1807, 5e-5))
    #expect(near(pooled.q, 152.233, 5e-4))
    #expect(near(pooled.iSquared, 0.9212, 5e-5))
    #expect(near(exp(pooled.mean), 0.4896, 5e-5))
  }

  @Test("The eight schools pool as published, and are drawn to their mean altogether")
  func schools() throws {
    let values: [Double] = [28, 8, -3, 7, -1, 1, 18, 12]
    let errors: [Double] = [15, 10, 16, 11, 9, 11, 10, 18]
    let effects = zip(values, errors).map { MeasuredEffect(value: $0, variance: $1 * $1) }
    let pooled = try #require(PooledEffect(effects))
    #expect(near(pooled.q, 4.707, 5e-4))
    #expect(pooled.tauSquared == 0)
    #expect(near(pooled.mean, 7.686, 5e-4))
    #expect(near(pooled.standardError, 4.072, 5e-4))
    #expect(pooled.shrunk(effects[0]) == pooled.mean)
  }

  @Test("Batting averages shrink as Efron and Morris have it")
  func batting() throws {
    let hits: [Double] = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7]
    let averages = hits.map { $0 / 45 }
    let mean = averages.reduce(0, +) / 18
    #expect(near(mean, 0.26543, 5e-6))
    let factor = try #require(
      SteinShrinkage.factor(averages, variance: mean * (1 - mean) / 45))
    #expect(near(factor, 0.2117, 5e-5))
    let shrunk = averages.map { mean + factor * ($0 - mean) }
    for (value, known) in zip(shrunk, [0.294, 0.289, 0.285, 0.280, 0.275]) {
      #expect(near(value, known, 6e-4))
    }
    #expect(near(shrunk[17], 0.242, 6e-4))
  }

  @Test("A new case lies in a wider range than the mean, and nowhere with fewer than three")
  func prediction() throws {
    let two = [1.0, 2].map { MeasuredEffect(value: $0, variance: 0.1) }
    #expect(try #require(PooledEffect(two)).prediction(confidence: 0.8) == nil)
    let three = try #require(
      PooledEffect([1.0, 2, 3].map { MeasuredEffect(value: $0, variance: 0.1) }))
    let range = try #require(three.prediction(confidence: 0.8))
    #expect(near(range.lowerBound + range.upperBound, 4, 1e-9))
    #expect(range.upperBound - three.mean > 1.28 * three.standardError)
    let wider = try #require(three.prediction(confidence: 0.8, ofVariance: 1))
    #expect(wider.upperBound > range.upperBound)
    #expect(PooledEffect([]) == nil)
    #expect(PooledEffect([MeasuredEffect(value: 1, variance: 0), two[0]]) == nil)
  }

  @Test("Quantiles of t are those of the tables")
  func quantiles() {
    for (freedom, known) in [
      (1, 12.7062), (2, 4.30265), (3, 3.18245), (4, 2.77645), (10, 2.22814), (30, 2.04227),
    ] {
      #expect(near(StudentT.quantile(0.975, freedom: freedom), known, 1e-4))
      #expect(near(StudentT.quantile(0.025, freedom: freedom), -known, 1e-4))
    }
    #expect(near(StudentT.quantile(0.9, freedom: 1), 3.07768, 1e-4))
  }

  @Test("The score of a normal prediction is the published one")
  func scores() {
    for (actual, known) in [(0.0, 0.2336950), (1, 0.6024414), (2, 1.4527918)] {
      #expect(near(PredictionScore.crps(mean: 0, deviation: 1, actual: actual), known, 5e-8))
    }
    #expect(near(PredictionScore.crps(mean: 6, deviation: 1.5, actual: 6.8), 0.5168350, 5e-8))
    let reach = PredictionScore.reachOf80
    #expect(
      near(
        PredictionScore.crps(low: -reach, high: reach, actual: 1),
        PredictionScore.crps(mean: 0, deviation: 1, actual: 1), 1e-12))
  }
}

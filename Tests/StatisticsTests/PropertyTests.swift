import Testing

@testable import Statistics

/// Values are eighths, so that shifting and doubling are exact and any difference is a fault.
@Suite("Properties")
struct PropertyTests {
  static let seeds = Array(UInt64(1)...40)

  private func signals(_ chart: Chart) -> [[Signal]] { chart.points.map(\.signals) }

  private func sample(_ seed: UInt64) -> (values: [Double], profile: RuleProfile) {
    var generator = SeededGenerator(seed: seed)
    let profile = RuleProfile.all[Int(seed) % RuleProfile.all.count]
    return (generator.eighths(Int.random(in: 6...80, using: &generator)), profile)
  }

  @Test("Adding a constant moves all lines by it and changes no signal", arguments: seeds)
  func shifting(seed: UInt64) throws {
    let (values, profile) = sample(seed)
    let plain = try Chart.of(values, profile: profile)
    let moved = try Chart.of(values.map { $0 + 1024 }, profile: profile)
    #expect(signals(moved) == signals(plain), "seed \(seed)")
    let (before, after) = (plain.segments[0], moved.segments[0])
    #expect(after.center.isNear(before.center! + 1024, within: 1e-9), "seed \(seed)")
    #expect(after.upper.isNear(before.upper! + 1024, within: 1e-9), "seed \(seed)")
    #expect(after.sigma.isNear(before.sigma!, within: 1e-9), "seed \(seed)")
  }

  @Test("Scaling scales all lines and changes no signal", arguments: seeds)
  func scaling(seed: UInt64) throws {
    let (values, profile) = sample(seed)
    let plain = try Chart.of(values, profile: profile)
    let scaled = try Chart.of(values.map { $0 * 4 }, profile: profile)
    #expect(signals(scaled) == signals(plain), "seed \(seed)")
    #expect(scaled.segments[0].sigma == plain.segments[0].sigma.map { $0 * 4 }, "seed \(seed)")
    #expect(scaled.segments[0].lower == plain.segments[0].lower.map { $0 * 4 }, "seed \(seed)")
  }

  @Test("Turning the values upside down mirrors sides and readings", arguments: seeds)
  func mirroring(seed: UInt64) throws {
    let (values, profile) = sample(seed)
    let up = try Chart.of(values, profile: profile) { $0.direction = .up }
    let down = try Chart.of(values.map { -$0 }, profile: profile) { $0.direction = .up }
    func keys(_ chart: Chart, mirrored: Bool) -> Set<String> {
      Set(
        chart.specialCauses.map {
          let side = mirrored ? $0.side?.opposite : $0.side
          return "\($0.rule) \(side.map(\.rawValue) ?? "-") \($0.members) \($0.completions)"
        })
    }
    #expect(keys(down, mirrored: true) == keys(up, mirrored: false), "seed \(seed)")
    let improvements = up.specialCauses.count { $0.reading == .improvement }
    #expect(down.specialCauses.count { $0.reading == .concern } == improvements, "seed \(seed)")
  }

  @Test(
    "A special cause has ascending members and completions of its own segment", arguments: seeds)
  func wellFormed(seed: UInt64) throws {
    let (values, profile) = sample(seed)
    let chart = try Chart.of(values, profile: profile) { $0.rebases = [values.count / 2] }
    for cause in chart.specialCauses {
      #expect(zip(cause.members, cause.members.dropFirst()).allSatisfy(<), "seed \(seed)")
      #expect(zip(cause.completions, cause.completions.dropFirst()).allSatisfy(<), "seed \(seed)")
      #expect(cause.completesAt == cause.completions[0], "seed \(seed)")
      let segment = chart.segments[cause.segment]
      let all = cause.members + cause.completions
      #expect(all.allSatisfy { (segment.from...segment.to).contains($0) }, "seed \(seed)")
    }
  }

  @Test(
    "A chart and a prefix of it agree on a frozen baseline's completed signals", arguments: seeds)
  func prefixes(seed: UInt64) throws {
    let (values, _) = sample(seed)
    func completions(_ count: Int) throws -> Set<[Int]> {
      let chart = try Chart.of(Array(values.prefix(count)), profile: .nelson) {
        $0.baseline = 0...5
      }
      return Set(
        chart.specialCauses.flatMap { cause in
          cause.completions.map {
            [RuleProfile.nelson.rules.firstIndex { $0.rule == cause.rule }!, $0]
          }
        })
    }
    let whole = try completions(values.count)
    for count in 6...values.count {
      #expect(try completions(count) == whole.filter { $0[1] < count }, "seed \(seed)")
    }
  }
}

import Glibc

// How many points limits need before they are full, and up to how many they should grow.
//
//   make limits-table          prints the table of docs/limits/README.md
//
// A series of an unchanged process is drawn; false alarms are the distinct patterns that begin to
// be signals within 52 points after the limits became full. A second series shifts by 1.5 σ at a
// random point among these; found is whether a pattern with a side completes within so many points.

enum Shape: String, CaseIterable {
  case normal
  /// Gamma of skewness 0.67, as many hours and lead times lie.
  case mild
  /// Gamma of skewness 1.
  case skewed
  /// Poisson of mean 9.
  case counts
  /// A tenth of 120.
  case proportions
}

struct Generator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func uniform() -> Double {
    Double.random(in: Double.leastNonzeroMagnitude..<1, using: &self)
  }

  /// Marsaglia's polar method.
  mutating func normal() -> Double {
    while true {
      let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
      let s = x * x + y * y
      if s > 0, s < 1 { return x * (-2 * log(s) / s).squareRoot() }
    }
  }

  /// A sum of so many exponential numbers: skewness is 2 ÷ √shape.
  mutating func gamma(_ shape: Int) -> Double {
    (0..<shape).reduce(0.0) { sum, _ in sum - log(uniform()) }
  }

  mutating func poisson(_ mean: Double) -> Double {
    var (count, product) = (0.0, uniform())
    let limit = exp(-mean)
    while product > limit {
      count += 1
      product *= uniform()
    }
    return count
  }
}

/// A point of a process at its level, or shifted by so many σ.
func draw(_ shape: Shape, shift: Double, _ random: inout Generator) -> Observation {
  switch shape {
  case .normal: return Observation(period: 0, value: 100 + 10 * (random.normal() + shift))
  case .mild: return Observation(period: 0, value: 20 + 5 * (random.gamma(9) + 3 * shift))
  case .skewed: return Observation(period: 0, value: 20 + 5 * (random.gamma(4) + 2 * shift))
  case .counts: return Observation(period: 0, value: random.poisson(9 + 3 * shift))
  case .proportions:
    let (items, share) = (120.0, 0.1)
    let p = share + shift * (share * (1 - share) / items).squareRoot()
    let hits = (0..<120).reduce(0.0) { hits, _ in hits + (random.uniform() < p ? 1 : 0) }
    return Observation(period: 0, value: hits, denominator: items)
  }
}

func options(_ shape: Shape, _ profile: RuleProfile, _ growth: LimitGrowth) -> ChartOptions {
  let kind: ChartKind =
    profile == .anhoej
    ? .run : shape == .counts ? .c : shape == .proportions ? .p : .xmr
  var options = ChartOptions(kind: kind, profile: profile)
  options.plotsRatio = shape == .proportions
  (options.limits, options.growth) = (.inForce, growth)
  return options
}

/// False alarms that a person would see apart: patterns of one side that share a point are one.
func distinct(_ chart: Chart, from first: Int) -> Int {
  var count = 0
  for side in [Side.high, .low, nil] {
    var reached = -1
    let causes = chart.specialCauses.filter { $0.side == side && !$0.provisional }
      .filter { ($0.completions.last ?? 0) >= first }
    for cause in causes.sorted(by: { $0.members[0] < $1.members[0] }) {
      if cause.members[0] > reached { count += 1 }
      reached = max(reached, cause.members.last ?? 0)
    }
  }
  return count
}

/// Patterns that first completed on full limits, by the completing point.
func alarms(_ chart: Chart) -> [(at: Int, side: Side?)] {
  chart.specialCauses.compactMap { cause in
    cause.completions.first { chart.points[$0].state == .full }.map { ($0, cause.side) }
  }
}

struct Outcome {
  var falseAlarms = 0.0
  var within8 = 0.0
  var within10 = 0.0
}

func simulate(_ shape: Shape, _ profile: RuleProfile, _ growth: LimitGrowth, runs: Int) -> Outcome {
  var outcome = Outcome()
  for seed in 0..<runs {
    var random = Generator(state: UInt64(seed) &* 0x1234_5678_9ABC_DEF1 &+ 7)
    let first = growth.full
    let chart = chart(shape, profile, growth, &random, points: first + 52, onset: nil, by: 0)
    outcome.falseAlarms += Double(distinct(chart, from: first))
    let onset = first + Int.random(in: 0..<40, using: &random)
    let by = seed.isMultiple(of: 2) ? 1.5 : -1.5
    let shifted = changed(shape, profile, growth, &random, onset: onset, by: by)
    let side: Side = by > 0 ? .high : .low
    let found = alarms(shifted).filter { $0.at >= onset && ($0.side == side || $0.side == nil) }
      .map(\.at).min()
    if let found, found < onset + 8 { outcome.within8 += 1 }
    if let found, found < onset + 10 { outcome.within10 += 1 }
  }
  let total = Double(runs)
  return Outcome(
    falseAlarms: outcome.falseAlarms / total, within8: outcome.within8 / total,
    within10: outcome.within10 / total)
}

func changed(
  _ shape: Shape, _ profile: RuleProfile, _ growth: LimitGrowth, _ random: inout Generator,
  onset: Int, by: Double
) -> Chart {
  chart(shape, profile, growth, &random, points: onset + 12, onset: onset, by: by)
}

func chart(
  _ shape: Shape, _ profile: RuleProfile, _ growth: LimitGrowth, _ random: inout Generator,
  points: Int, onset: Int?, by: Double
) -> Chart {
  let observations = (0..<points).map { index in
    var point = draw(shape, shift: onset.map { index >= $0 } == true ? by : 0, &random)
    point.period = index
    return point
  }
  let input = ChartInput(observations, cadence: .daily)
  return try! Chart(input, options: options(shape, profile, growth))
}

/// Two digits behind the point.
func text(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

func row(_ profile: RuleProfile, _ growth: LimitGrowth, named name: String, runs: Int) -> String {
  let cells = Shape.allCases.map { shape in
    let outcome = simulate(shape, profile, growth, runs: runs)
    return [outcome.falseAlarms, outcome.within8, outcome.within10].map(text).joined(
      separator: " · ")
  }
  return "| \(name) | " + cells.joined(separator: " | ") + " |"
}

let runs = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 2000
let heads = Shape.allCases.map(\.rawValue).joined(separator: " | ")
print("| limits | \(heads) |\n|---|---|---|---|---|---|")
let candidates = [
  (12, 12, 0), (12, 30, 0), (12, 30, 5), (13, 40, 5), (16, 16, 5), (16, 40, 0), (16, 40, 5),
  (16, 60, 5), (20, 40, 5), (20, 60, 5), (24, 60, 5), (500, 500, 5),
]
for (full, grown, lag) in candidates {
  let growth = LimitGrowth(trial: 6, full: full, grown: grown, lag: lag)
  let name = full == 500 ? "known" : "\(full) to \(grown), lag \(lag)"
  print(row(.nhsMDC, growth, named: name, runs: full == 500 ? runs / 4 : runs))
}
print("\n| profile, 20 to 60, lag 5 | \(heads) |\n|---|---|---|---|---|---|")
for profile in RuleProfile.all {
  print(row(profile, LimitGrowth(.weekly), named: profile.id, runs: runs))
}

import Testing

@testable import Statistics

@Suite("Charts")
struct ChartTests {
  @Test("No points make an empty chart")
  func empty() throws {
    let chart = try Chart.of([])
    #expect(chart.segments.isEmpty)
    #expect(chart.points.isEmpty)
    #expect(chart.run == nil)
    #expect(chart.assurance == .none)
  }

  @Test("One and two points make a line about their mean", arguments: ChartKind.allCases)
  func fewPoints(kind: ChartKind) throws {
    for count in 1...2 {
      let observations = (0..<count).map {
        Observation(period: $0, value: Double($0), denominator: 4)
      }
      let input = ChartInput(observations, cadence: .daily)
      let chart = try Chart(input, options: ChartOptions(kind: kind))
      #expect(chart.segments.map(\.state) == [.line])
      #expect(chart.segments[0].center == chart.points.map(\.value).reduce(0, +) / Double(count))
      #expect(chart.segments[0].sigma == nil)
      #expect(chart.points.allSatisfy { $0.lower == nil && $0.upper == nil })
    }
  }

  @Test(
    "Line below 6 points, trial to 12, full from 13",
    arguments: [
      (5, .line, false), (6, .trial, true), (12, .trial, true), (13, .full, true),
    ] as [(Int, ChartState, Bool)])
  func states(count: Int, state: ChartState, hasLimits: Bool) throws {
    let segment = try Chart.of((0..<count).map { Double($0 % 2) }).segments[0]
    #expect(segment.state == state)
    #expect((segment.upper != nil) == hasLimits)
    #expect((segment.movingRangeMean != nil) == hasLimits)
  }

  @Test("A line has no signals, a trial provisional ones, a full chart firm ones")
  func provisional() throws {
    func chart(_ count: Int) throws -> Chart {
      try Chart.of((0..<count).map { $0 == count - 1 ? 100 : Double($0 % 2) })
    }
    #expect(try chart(5).specialCauses.isEmpty)
    let trial = try chart(12)
    #expect(trial.specialCauses.filter { $0.rule == .beyondLimit }.map(\.provisional) == [true])
    #expect(trial.points[11].signals.map(\.provisional) == [true])
    let full = try chart(13)
    #expect(full.specialCauses.filter { $0.rule == .beyondLimit }.map(\.provisional) == [false])
  }

  @Test("Equal values have σ = 0, limits on the centre, and no signal", arguments: RuleProfile.all)
  func equalValues(profile: RuleProfile) throws {
    for value in [0.0, 0.1, -7.3, 1e9 / 3] {
      let chart = try Chart.of([Double](repeating: value, count: 30), profile: profile) {
        $0.screening = true
      }
      #expect(chart.segments[0].center == value)
      #expect(chart.segments[0].upper == value)
      #expect(chart.segments[0].lower == value)
      #expect(chart.specialCauses.isEmpty)
      #expect(chart.run == nil)
    }
  }

  @Test("The rounding of a mean puts no point off the centre line")
  func roundedMean() throws {
    // Their mean is 0.2 on paper and another number in binary.
    let values = [Double](repeating: 0.1, count: 3) + [Double](repeating: 0.3, count: 3)
    let run = try #require(try Chart.of(values + [0.2, 0.2, 0.2, 0.2]).segments[0].run)
    #expect(run.useful == 6)
  }

  @Test("Counts clamp the lower limit at 0, proportions both limits, others none")
  func clamps() throws {
    let values: [Double] = [0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.9]
    let plain = try Chart.of(values).segments[0]
    #expect(plain.lower.map { $0 < 0 } == true)
    #expect(plain.upper.map { $0 > 1 } == true)
    let count = try Chart.of(values) { $0.clamp = .count }
    #expect(count.segments[0].lower == 0)
    #expect(count.segments[0].upper == plain.upper)
    let proportion = try Chart.of(values) { $0.clamp = .proportion }
    #expect(proportion.segments[0].lower == 0)
    #expect(proportion.segments[0].upper == 1)
    #expect(proportion.points.allSatisfy { $0.lower == 0 && $0.upper == 1 })
    #expect(proportion.segments[0].sigma == plain.sigma)
  }

  @Test("p limits vary with the denominator, and the segment shows the last")
  func varyingProportions() throws {
    let cases = (0..<14).map {
      Observation(period: $0, value: $0 % 2 == 0 ? 10 : 40, denominator: $0 % 2 == 0 ? 100 : 400)
    }
    let input = ChartInput(cases, cadence: .daily)
    let chart = try Chart(input, options: ChartOptions(kind: .p))
    #expect(chart.points.allSatisfy { $0.value == 0.1 })
    #expect(chart.segments[0].center.isNear(0.1, within: 1e-15))
    #expect(chart.points[0].upper.isNear(0.1 + 3 * 0.03, within: 1e-12))
    #expect(chart.points[1].upper.isNear(0.1 + 3 * 0.015, within: 1e-12))
    #expect(chart.segments[0].upper == chart.points[13].upper)
    #expect(chart.points.allSatisfy { $0.movingRange == nil })
  }

  @Test("A p chart weighs its centre by the denominators")
  func weightedCenter() throws {
    let cases = [
      Observation(period: 0, value: 1, denominator: 2),
      Observation(period: 1, value: 0, denominator: 8),
    ]
    let input = ChartInput(cases, cadence: .daily)
    #expect(try Chart(input, options: ChartOptions(kind: .p)).segments[0].center == 0.1)
  }

  @Test("u limits are u ± 3√(u/n), clamped at 0")
  func rates() throws {
    let events = (0..<14).map { Observation(period: $0, value: 8, denominator: $0 == 0 ? 1 : 2) }
    let chart = try Chart(
      ChartInput(events, cadence: .daily), options: ChartOptions(kind: .u))
    let rate = 112.0 / 27
    #expect(chart.segments[0].center.isNear(rate, within: 1e-12))
    #expect(chart.points[1].upper.isNear(rate + 3 * (rate / 2).squareRoot(), within: 1e-12))
    #expect(chart.points[0].lower == 0)
  }

  @Test("XmR and run charts divide by a denominator only when asked")
  func ratios() throws {
    let observations = (0..<6).map { Observation(period: $0, value: 3, denominator: 4) }
    let input = ChartInput(observations, cadence: .daily)
    var options = ChartOptions()
    #expect(try Chart(input, options: options).points[0].value == 3)
    options.plotsRatio = true
    #expect(try Chart(input, options: options).points[0].value == 0.75)
  }

  @Test("A run chart has a median and neither σ nor limits")
  func runChart() throws {
    let chart = try Chart.of([1, 2, 3, 4, 100, 6, 7, 8, 9, 10, 11, 12, 13], kind: .run)
    #expect(chart.segments[0].center == 8)
    #expect(chart.segments[0].state == .full)
    #expect(chart.segments[0].sigma == nil)
    #expect(chart.points.allSatisfy { $0.upper == nil && $0.movingRange == nil })
  }

  @Test("An XmR chart's run summary is about the median, its segment's about the centre line")
  func twoRunSummaries() throws {
    let chart = try Chart.of([1, 2, 3, 4, 5, 6, 700])
    #expect(chart.run?.center == 4)
    #expect(chart.run?.useful == 6)
    #expect(chart.segments[0].run?.center == 103)
    #expect(chart.segments[0].run?.useful == 7)
  }

  @Test("All members carry the signal, or only the completing points")
  func flagging() throws {
    let values: [Double] = [1, 2, 1, 2, 1, 2, 1, 2] + [9, 8, 9, 8, 9, 8, 9]
    let members = try Chart.of(values)
    #expect(members.marked(by: .shift) == Array(0..<15))
    let marks = members.points.map { $0.signals.filter { $0.rule == .shift }.map(\.completes) }
    #expect(marks[5] == [false] && marks[6] == [true] && marks[7] == [true])
    #expect(marks[13] == [false] && marks[14] == [true])
    let completing = try Chart.of(values) { $0.flagging = .completing }
    #expect(completing.marked(by: .shift) == [6, 7, 14])
    #expect(completing.specialCauses == members.specialCauses)
  }

  @Test("Each occurrence is one special cause, in the order in which they became complete")
  func causes() throws {
    let values: [Double] = [1, 2, 1, 2, 1, 2, 1, 2] + [9, 8, 9, 8, 9, 8, 9]
    let shifts = try Chart.of(values).specialCauses.filter { $0.rule == .shift }
    #expect(shifts.map(\.side) == [.low, .high])
    #expect(shifts.map(\.completesAt) == [6, 14])
    #expect(shifts.map(\.completions) == [[6, 7], [14]])
    let chart = try Chart.of(values)
    for (index, point) in chart.points.enumerated() {
      for signal in point.signals {
        #expect(chart.specialCauses[signal.cause].members.contains(index))
        #expect(chart.specialCauses[signal.cause].rule == signal.rule)
      }
    }
  }
}

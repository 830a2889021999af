import CivilTime
import Domain
import ReadModels
import Statistics
import Testing

@testable import Reviews

@Suite("Changes: one thing, however many signals tell of it")
struct ChangeTests {
  private let quiet = (0..<24).map { $0 % 2 == 0 ? 14.0 : 20 }

  private func chart(
    _ values: [Double], defined: String = "2020-01-01",
    notes: [(rule: String, place: Int)] = []
  ) -> KPIChart {
    let plain = ReviewExamples.kpi(values).chart
    let acknowledgements = notes.map { note in
      var row = SignalAcknowledgementRow()
      (row.rule, row.note) = (note.rule, "Seen")
      row.period = plain.observations[note.place].period
      return row
    }
    var chart = KPIChart(
      kpi: plain.kpi, observations: plain.observations, marks: [],
      acknowledgements: acknowledgements, chart: plain.chart, surroundings: .none)
    chart.definedOn = ReviewExamples.day(defined)
    return chart
  }

  /// Twelve weeks far above.
  private var shifted: [Double] { quiet + (0..<12).map { $0 % 2 == 0 ? 31.0 : 35 } }

  @Test("A sustained shift is one change with its onset, its rules and its levels")
  func shift() throws {
    let chart = chart(shifted)
    #expect(chart.chart.specialCauses.count > 3)
    #expect(chart.changes.count == 1)
    let change = try #require(chart.changes.first)
    #expect(change.onset == chart.observations[24].period)
    #expect(change.periods == 12)
    #expect(change.rules.contains(.shift) && change.rules.contains(.beyondLimit))
    #expect(change.reading == .concern && change.lasts && change.isOpen)
    #expect(change.levelBefore.map { abs($0 - 17) < 1 } == true)
    #expect(change.level == 33)
    #expect(chart.openSignals.count == 1)
  }

  @Test("One note covers it, by any of its signals, and by one that an earlier program saw in it")
  func note() {
    #expect(chart(shifted, notes: [("beyondLimit", 26)]).openSignals.isEmpty)
    #expect(chart(shifted, notes: [("shift", 30)]).openSignals.isEmpty)
    #expect(chart(shifted, notes: [("trend", 29)]).openSignals.isEmpty)
    #expect(chart(shifted, notes: [("shift", 10)]).openSignals.count == 1)
  }

  @Test("A point that comes back is a change of one period")
  func single() throws {
    let chart = chart(quiet + [45] + quiet)
    let change = try #require(chart.changes.first)
    #expect(chart.changes.count == 1)
    #expect(change.periods == 1 && !change.isSustained && !change.lasts)
  }

  @Test("A point holds for as long as those after it stay on its side of the line")
  func held() throws {
    let held = try #require(chart(quiet + [45, 22, 20]).changes.first)
    #expect(held.holds && !held.isSustained && !held.lasts)
    let back = try #require(chart(quiet + [45, 22, 12]).changes.first)
    #expect(!back.holds)
  }

  @Test("A gain that is lost is a change for the worse, and stays one for as long as it lasts")
  func lostGain() throws {
    let gain = (0..<15).map { $0 % 2 == 0 ? 8.0 : 10 }
    let back = (0..<8).map { $0 % 2 == 0 ? 16.0 : 18 }
    let lost = try #require(chart(quiet + gain + back).changes.last)
    #expect(lost.reading == .concern && lost.isSustained && lost.lasts)
    #expect(lost.onset == chart(quiet + gain + back).observations[39].period)
  }

  @Test("A change from before the definition takes in nothing that began afterwards")
  func historyEnds() {
    let run = [Double](repeating: 12, count: 9)
    let values = quiet + run + [18, 16, 16, 18, 16] + run
    let defined = "\(chart(values).observations[33].period)"
    let changes = chart(values, defined: defined).changes
    #expect(changes.contains { $0.isHistory })
    #expect(changes.count { $0.isOpen } == 1)
  }

  @Test("A KPI waits for one note: that on its latest change covers those before")
  func oneNote() {
    let values = quiet + [45] + quiet + [45] + quiet
    #expect(chart(values).changes.count == 2)
    #expect(chart(values).openSignals.count == 1)
    #expect(chart(values, notes: [("beyondLimit", 24)]).openSignals.count == 1)
    #expect(chart(values, notes: [("beyondLimit", 49)]).openSignals.isEmpty)
  }

  @Test("A second step is something new, shown by limits of the points since the first")
  func secondStep() throws {
    let steps = (0..<26).map { $0 % 2 == 0 ? 31.0 : 35 } + (0..<9).map { $0 % 2 == 0 ? 51.0 : 55 }
    let chart = chart(quiet + steps, notes: [("beyondLimit", 26)])
    let open = chart.changes.filter(\.isOpen)
    #expect(open.count == 1)
    let second = try #require(open.first)
    #expect(second.onset == chart.observations[50].period)
    #expect(second.since == chart.observations[24].period)
    #expect(second.levelBefore.map { abs($0 - 33) < 1 } == true)
    #expect(second.level.map { abs($0 - 53) < 1 } == true)
  }

  @Test(
    "Points that lie near the old level are no level of their own, and tell of nothing by limits of theirs"
  )
  func near() {
    // About 5.3 is σ: half of it off the line, then two of it.
    for (level, isLevel) in [(20.0, false), (28, true)] {
      let near = (0..<14).map { level + ($0 % 2 == 0 ? 0.5 : -0.5) }
      let chart = chart(quiet + near + [level + 4] + near.prefix(3))
      #expect(chart.changes.contains { $0.isSustained })
      #expect(chart.changes.contains { $0.since != nil } == isLevel, "\(level)")
    }
  }

  @Test("A relapse ends the change, and is something new")
  func relapse() throws {
    let better = (0..<26).map { $0 % 2 == 0 ? -5.0 : -1 }
    let chart = chart(quiet + better + quiet.prefix(9), notes: [("beyondLimit", 26)])
    let open = chart.changes.filter(\.isOpen)
    #expect(open.map(\.reading) == [.concern])
    #expect(open.first?.onset == chart.observations[50].period)
    #expect(chart.changes.first?.lasts == false)
  }

  @Test("What was a signal before the KPI was defined is history, and never asked about")
  func history() {
    let later = chart(shifted, defined: "2026-11-23")
    #expect(later.changes.map(\.isHistory) == [true])
    #expect(later.openSignals.isEmpty)
  }
}

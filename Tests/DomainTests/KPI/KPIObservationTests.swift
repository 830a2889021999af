import CivilTime
import Testing

@testable import Domain

@Suite("Observations")
struct KPIObservationTests {
  let weekly = KPI.given(.defined(.example()))

  func record(
    _ measure: Measure, value: Double, of denominator: Double? = nil
  ) -> Outcome<KPI> {
    let observation = Observation(period: "2026-03-02", value: value, denominator: denominator)
    return KPI.given(.defined(.example(measure: measure)))
      .when(.record(observation), knowing: .none)
  }

  @Test("A measured value may be negative and a fraction")
  func value() {
    record(.value, value: -1.5)
      .then(.observationRecorded(Observation(period: "2026-03-02", value: -1.5)))
    record(.value, value: .nan).thenRefused(.valueNotFinite(.hours))
    record(.value, value: 1, of: 2).thenRefused(.denominatorUnexpected(.hours))
  }

  @Test("A count is whole and not negative, with or without opportunities")
  func count() {
    record(.count, value: 3)
      .then(.observationRecorded(Observation(period: "2026-03-02", value: 3)))
    record(.count, value: 3, of: 1.5).then(
      .observationRecorded(Observation(period: "2026-03-02", value: 3, denominator: 1.5)))
    record(.count, value: -1).thenRefused(.valueNegative(.hours, value: -1))
    record(.count, value: 1.5).thenRefused(.valueNotWhole(.hours, value: 1.5))
  }

  @Test("A proportion is a count of a denominator")
  func proportion() {
    record(.proportion, value: 7, of: 7).then(
      .observationRecorded(Observation(period: "2026-03-02", value: 7, denominator: 7)))
    record(.proportion, value: 7).thenRefused(.denominatorMissing(.hours))
    record(.proportion, value: 8, of: 7)
      .thenRefused(.valueAboveDenominator(.hours, value: 8, denominator: 7))
    record(.proportion, value: 0.5, of: 7).thenRefused(.valueNotWhole(.hours, value: 0.5))
  }

  @Test("A denominator is above 0", arguments: [0, -1, Double.infinity])
  func denominator(of: Double) {
    record(.count, value: 1, of: of)
      .thenRefused(.denominatorNotPositive(.hours, denominator: of))
  }

  @Test(
    "A period is named by its first day",
    arguments: [
      (Cadence.weekly, "2026-02-25", "2026-02-23"), (.weekly, "2026-03-01", "2026-02-23"),
      (.monthly, "2026-02-23", "2026-02-01"),
    ] as [(Cadence, LocalDate, LocalDate)])
  func firstDay(cadence: Cadence, asked: LocalDate, first: LocalDate) {
    let given = KPI.given(.defined(.example(cadence: cadence)))
    given.when(.record(Observation(period: asked, value: 1)), knowing: .none)
      .thenRefused(.periodStartsOn(.hours, asked: asked, first: first, cadence: cadence))
    given.when(.record(Observation(period: first, value: 1)), knowing: .none)
      .then(.observationRecorded(Observation(period: first, value: 1)))
  }

  @Test("Any day is a period of a daily KPI, today included, tomorrow not")
  func future() {
    let given = KPI.given(.defined(.example(cadence: .daily)))
    let today = Observation(period: "2026-03-02", value: 1)
    given.when(.record(today), knowing: .none).then(.observationRecorded(today))
    given.when(.record(Observation(period: "2026-03-03", value: 1)), knowing: .none)
      .thenRefused(.futurePeriod(.hours, period: "2026-03-03", today: "2026-03-02"))
  }

  @Test("A period is recorded once, the same value too", arguments: [12.0, 13.0])
  func secondObservation(value: Double) {
    let asked = Observation(period: "2026-03-02", value: value)
    weekly.when(.record(asked), knowing: .recorded).thenRefused(
      .alreadyRecorded(
        .hours, recorded: Observation(period: "2026-03-02", value: 12), asked: asked))
  }

  @Test("What was recorded is corrected with a reason")
  func correct() {
    let right = Observation(period: "2026-03-02", value: 11)
    weekly.when(.correct(right, reason: "Typo"), knowing: .recorded)
      .then(.observationCorrected(right, reason: "Typo"))
    weekly.when(.correct(right, reason: ""), knowing: .recorded)
      .thenRefused(.text(.empty(.reason)))
    weekly.when(.correct(right, reason: "Typo"), knowing: .none)
      .thenRefused(.nothingRecorded(.hours, period: "2026-03-02"))
  }

  @Test("A correction to what is recorded does nothing, to the impossible is refused")
  func correctSame() {
    let same = Observation(period: "2026-03-02", value: 12)
    weekly.when(.correct(same, reason: "Typo"), knowing: .recorded).thenNothing()
    let impossible = Observation(period: "2026-03-02", value: .infinity)
    weekly.when(.correct(impossible, reason: "Typo"), knowing: .recorded)
      .thenRefused(.valueNotFinite(.hours))
  }

  @Test("Observations are never loaded to decide")
  func decisionTypes() {
    #expect(
      KPIEvent.types.subtracting(KPI.decisionTypes)
        == ["ObservationRecorded", "ObservationCorrected"])
  }
}

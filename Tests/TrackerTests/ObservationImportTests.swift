import CivilTime
import Domain
import Orders
import Testing
import Tracker

@Suite("Importing observations")
struct ObservationImportTests {
  typealias Org = TrackedOrganization

  private static let monday = LocalDate(year: 2018, month: 1, day: 1)!

  /// Days from a Monday on, each with its number as value, decided on and not yet written.
  private static func decided(
    _ days: Int, from first: LocalDate = monday, _ tracker: Tracker
  ) throws -> ObservationImport {
    var observations = try ObservationImport(of: Org.hours, tracker)
    for day in 0..<days {
      try observations.add(
        Observation(period: first.adding(days: day), value: Double(day), denominator: nil),
        line: day + 1)
    }
    return observations
  }

  @Test("What others recorded since the lines were decided on is not recorded over")
  func overtaken() async throws {
    try await withTrackedOrganization { organization in
      for isWhole in [false, true] {
        let first = Self.monday.adding(days: isWhole ? 7 : 0)
        try await organization.work { tracker in
          var observations = try Self.decided(3, from: first, tracker)
          let day = first.adding(days: 1)
          try organization.log(
            #"{"period":"\#(day)","value":99}"#, "ObservationRecorded", to: "kpi-hours")
          try observations.write(isWhole: isWhole) { _ in }
          #expect(observations.refused.map(\.line) == [2])
          #expect(observations.added == (isWhole ? 0 : 2))
        }
      }
    }
  }

  @Test("Batches are appended whole and told one by one; the next import knows them all")
  func batches() async throws {
    try await withTrackedOrganization { organization in
      try await organization.work { tracker in
        var observations = try Self.decided(ObservationImport.batchSize + 500, tracker)
        var told: [Int] = []
        try observations.write(isWhole: false) { told.append($0) }
        #expect(told == [1_000, 1_500])
        let again = try Self.decided(ObservationImport.batchSize + 500, tracker)
        #expect(again.known == 1_500 && again.waiting == 0)
      }
    }
  }
}

import CivilTime
import Domain
import Office
import Orders
import Reviews
import Testing

@testable import Page

@Suite struct OverviewMemoTests {
  private func overview(_ name: String) -> Overview {
    Overview(
      organization: name, today: LocalDate(dayNumber: 20_000), vision: nil, rows: [], asked: [],
      leadTimes: [], areas: [], costs: [])
  }

  @Test func `What one session was shown is read anew for another, and after a change`() throws {
    let memo = OverviewMemo()
    var reads = 0
    func shown(_ tag: String) -> String {
      memo.overview(tag) {
        reads += 1
        return overview("\(tag) \(reads)")
      }.organization
    }
    #expect(shown("sato at 12") == "sato at 12 1")
    #expect(shown("sato at 12") == "sato at 12 1")
    #expect(shown("suzuki at 12") == "suzuki at 12 2")
    #expect(shown("sato at 13") == "sato at 13 3")
    #expect(reads == 3)
    #expect(throws: NoLogin.self) { try memo.overview("abe at 13") { throw NoLogin() } }
    #expect(shown("abe at 13") == "abe at 13 4")
  }

  @Test func `The executives' page shows what was recorded since it was looked at`() async throws {
    try await withPages { pages async throws in
      #expect(await pages.get("/").text.contains("1 open cycle"))
      #expect(await pages.get("/").text.contains("1 open cycle"))
      _ = try await pages.work { office in
        try office.record(
          .cancel(reason: "Nobody is there"), on: PageFixture.cycle,
          PageFixture.order(PageFixture.sales))
      }
      #expect(await pages.get("/").text.contains("0 open cycles"))
    }
  }
}

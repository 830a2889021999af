import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import Office
import Orders
import Presentation
import Reviews
import Shapes
import Testing

@testable import Page

@Suite struct PageTests {
  /// Every kind of page that the fixture has something for.
  static let addresses = [
    "/", "/promoters", "/returns", "/today?of=", "/log", "/search?q=Proposal", "/departments/SALES",
    "/kpis/SALES/hours", "/cycles/SALES-1", "/issues/SALES-I1", "/why/SALES-1", "/replay/SALES-1",
    "/replay/SALES/hours", "/replay/SALES",
  ]

  @Test(arguments: addresses)
  func `Each page is shown in both languages, alone and with its data`(address: String) async throws
  {
    try await withPages { pages in
      for language in Language.allCases {
        let join = address.contains("?") ? "&" : "?"
        let answer = await pages.get("\(address)\(join)lang=\(language.rawValue)")
        #expect(answer.status == 200, "\(address): \(answer.text.prefix(2000))")
        #expect(answer.text.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(answer.header("content-security-policy")?.contains("unsafe") == false)
        #expect(answer.header("cache-control") == "no-store")
      }
      let data = await pages.get(address, accept: "application/json")
      #expect(data.status == 200)
      let json = try JSON(parsing: String(data.text.dropLast()))
      #expect(json.object?["jsonVersion"] != nil)
    }
  }

  @Test func `Pages call people by their names, data by their accounts`() async throws {
    try await withPages { pages in
      try await pages.read { office in
        try office.enter(office.setting.actor, name: "佐藤 花子", language: nil, address: nil)
      }
      let login = try await pages.work { office in
        _ = try office.record(
          .assignSponsor(department: PageFixture.sales, account: office.setting.actor),
          PageFixture.order(PageFixture.hq))
        return "\(office.setting.actor)"
      }
      for address in ["/departments/SALES", "/departments/HQ", "/today", "/cycles/SALES-1"] {
        let page = await pages.get(address)
        #expect(page.text.contains("佐藤 花子"), "\(address)")
        let data = await pages.get(address, accept: "application/json")
        #expect(data.text.contains(login) && !data.text.contains("佐藤"), "\(address)")
      }
    }
  }

  @Test func `The data of a page are what the command answers`() async throws {
    try await withPages { pages in
      let frame: JSONObject = ["jsonVersion": JSON(JSONForm.version)]
      let expected: [(String, JSON)] = try await pages.read { office in
        [
          ("/index.json", try office.overview().json),
          ("/cycles/SALES-1.json", try office.story(of: PageFixture.cycle, actions: 20).json),
          ("/kpis/SALES/hours.json", try office.story(of: PageFixture.hours, last: 12).json),
          (
            "/departments/SALES.json",
            try office.department(PageFixture.sales).json(current: nil, head: PageFixture.hq)
          ),
          ("/promoters.json", try office.lessonFlow().json),
          ("/today.json", try office.myDay().json),
          ("/search.json?q=Proposal", try office.search("Proposal", limit: 20).json),
        ]
      }
      for (address, json) in expected {
        let answer = await pages.get(address)
        #expect(answer.text == json.with(frame).canonical + "\n", "\(address)")
      }
    }
  }

  @Test func `A figure on a page is the one in its data`() async throws {
    try await withPages { pages in
      let standing = try await pages.read { try $0.standings(of: PageFixture.sales)[0] }
      let page = await pages.get("/kpis/SALES/hours")
      #expect(page.text.contains(standing.value(.english) ?? "?"))
      #expect(page.text.contains("class=\"point\" tabindex=\"0\""))
    }
  }

  @Test func `A page as of a position shows what was recorded by then`() async throws {
    try await withPages { pages in
      let before = try await pages.read { try $0.heads()[PageFixture.sales]! }
      _ = try await pages.work { office in
        try office.record(
          .log(ActionEntry(text: "Later")), on: PageFixture.cycle,
          PageFixture.order(PageFixture.sales))
      }
      #expect(await pages.get("/cycles/SALES-1").text.contains("Later"))
      let past = await pages.get("/cycles/SALES-1?as-of=SALES@\(before)")
      #expect(past.status == 200)
      #expect(!past.text.contains("Later"))
      #expect(past.text.contains("as-of=SALES@\(before)"))
      #expect(!past.text.contains("<form class=\"entry\""))
    }
  }

  @Test func `A part of a review that isn't there is the last one`() async throws {
    try await withPages { pages in
      let week = try await pages.read {
        ReviewID(PageFixture.sales, ReviewKind.weekly.period(of: $0.today))
      }
      let whole = await pages.get("/reviews/\(week)")
      #expect(whole.status == 200)
      for part in ["0", "1", "99", "x"] {
        #expect(await pages.get("/reviews/\(week)?part=\(part)").status == 200, "\(part)")
      }
    }
  }

  @Test func `A person without a login is not permitted, and no defect`() async throws {
    try await withPages { pages in
      let stranger = Account("nobody_here")!
      let cookie = pages.house.door.sessions.begin(stranger, at: .now()).cookie
      let answer = await pages.get("/", headers: ["cookie": ["__Host-pdca=\(cookie)"]])
      #expect(answer.status == 403)
      #expect(answer.text.contains("no login"))
    }
  }

  @Test func `A page that hasn't changed isn't sent again`() async throws {
    try await withPages { pages in
      let first = await pages.get("/cycles/SALES-1")
      let tag = try #require(first.header("etag"))
      let again = await pages.get("/cycles/SALES-1", headers: ["if-none-match": [tag]])
      #expect(again.status == 304)
      #expect(again.body.isEmpty)
      _ = try await pages.work { office in
        try office.record(
          .log(ActionEntry(text: "More")), on: PageFixture.cycle,
          PageFixture.order(PageFixture.sales))
      }
      let changed = await pages.get("/cycles/SALES-1", headers: ["if-none-match": [tag]])
      #expect(changed.status == 200)
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'\u{301}\"\u{301}<\u{301}b>",
    "</textarea><svg onload=alert(1)>", "javascript:alert(1)", "{{x}}${x}<!--",
    "\u{202E}txt.exe\u{2066}", "&lt;script&gt;",
  ])
  func `What people type stays text`(text: String) async throws {
    try await withPages(saying: text) { pages in
      for address in Self.addresses {
        let page = await pages.get(address)
        #expect(page.status == 200, "\(address)")
        let markup = page.text
        for sign in ["<img", "<svg onload", "<b>", "onerror=alert(1)>", "<!--"] {
          #expect(!markup.contains(sign), "\(address): \(sign)")
        }
        #expect(markup.unicodeScalars.split(separator: "<script".unicodeScalars.first!).count > 1)
        #expect(markup.ranges(of: "<script").count == 1, "\(address)")
      }
    }
  }

  @Test func `What isn't there is said to be unknown, with what is near`() async throws {
    try await withPages { pages in
      for address in [
        "/cycles/SALES-99", "/departments/NOWHERE", "/kpis/SALES/none", "/nothing", "/cycles/x/y/z",
      ] {
        let answer = await pages.get(address)
        #expect(answer.status == 404, "\(address)")
      }
      #expect(await pages.get("/cycles/SALES-9").text.contains("pdca cycle list"))
    }
  }
}

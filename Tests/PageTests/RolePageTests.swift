import CivilTime
import Domain
import Office
import Orders
import Postgres
import Testing

@testable import Page

/// Who sees what: role × page, guessed addresses included.
@Suite struct RolePageTests {
  /// Stands in everything of SALES that only those who may read it are to see.
  private static let secret = "Confidential-7f3a"

  /// Addresses of what SALES has, and such as nobody was given.
  private static let addresses =
    PageTests.addresses + [
      "/cycles/SALES-2", "/cycles/SALES-3", "/issues/SALES-I2", "/lessons/SALES-L1",
      "/kpis/SALES/secret",
      "/today?of=SALES", "/search?q=\(secret)", "/search?q=Confidential", "/log?department=SALES",
      "/why/SALES-2", "/why/SALES-I2", "/why/SALES@30", "/replay/SALES-2", "/replay/SALES-I2",
      "/replay/SALES/secret", "/reviews/SALES-2026-W10", "/reviews/HQ-2026-W10",
      "/log?text=\(secret)", "/?as-of=SALES@30", "/cycles/SALES-2?as-of=SALES@40",
      "/departments/SALES?as-of=HQ@3",
    ]

  private func furnish(_ pages: PageFixture, _ people: [(String, DepartmentCode, Layer)])
    async throws
  {
    let connection = try await Connection.open(pages.target)
    for (login, _, _) in people {
      try await connection.execute("CREATE ROLE \(identifier: login) LOGIN")
      try await connection.execute("SELECT log.let_in(\(login)::name)")
    }
    await connection.close()
    try await pages.work { office in
      let (hq, sales) = (PageFixture.hq, PageFixture.sales)
      _ = try office.register(DepartmentCode("OPS")!, name: "Operations", PageFixture.order(hq))
      for (login, department, layer) in people {
        _ = try office.record(
          .join(
            account: Account(login)!, department: department, layer: layer, isMachine: false),
          PageFixture.order(hq))
      }
      let definition = KPIDefinition(
        name: Self.secret, unit: "h", direction: .down, cadence: .daily, kind: .outcome,
        measure: .value)
      let kpi = KPIReference(sales, KPICode("secret")!)
      _ = try office.record(.define(definition), on: kpi, PageFixture.order(sales))
      _ = try office.plan(
        PlanRequest(
          title: Self.secret, problem: Self.secret, change: Self.secret, kpi: kpi, predicted: 4,
          due: office.setting.today.adding(days: 28)), PageFixture.order(sales))
      let cycle = ItemID(sales, .cycle, 2)
      _ = try office.record(
        .log(ActionEntry(text: Self.secret)), on: cycle, PageFixture.order(sales))
      _ = try office.raise(
        Self.secret, to: .promoter, cycle: cycle, PageFixture.order(sales))
    }
  }

  @Test func `Only who may read a department sees what is in it, by whatever address`() async throws
  {
    try await withPages { pages in
      let suffix = pages.target.settings["dbname"] ?? ""
      let people: [(String, DepartmentCode, Layer)] = [
        ("ops_field_\(suffix)", DepartmentCode("OPS")!, .field),
        ("sales_field_\(suffix)", PageFixture.sales, .field),
        ("ops_promoter_\(suffix)", DepartmentCode("OPS")!, .promoter),
        ("executive_\(suffix)", PageFixture.hq, .executive),
      ]
      try await furnish(pages, people)
      for (login, department, layer) in people {
        let mayRead = layer != .field || department == PageFixture.sales
        let cookie = pages.house.door.sessions.begin(Account(login)!, at: .now()).cookie
        var seen = 0
        for address in Self.addresses {
          for accept in ["text/html", "application/json"] {
            let answer = await pages.get(
              address, accept: accept, headers: ["cookie": ["__Host-pdca=\(cookie)"]])
            #expect(
              [200, 303, 404, 422].contains(answer.status), "\(login) \(address): \(answer.status)")
            // What was typed may be shown again to whoever typed it.
            let text = answer.text.replacing("q=\(Self.secret)", with: "")
              .replacing("text=\(Self.secret)", with: "")
            let asked = address.contains(Self.secret)
            if text.contains(Self.secret), !asked || answer.status == 200 && mayRead {
              seen += 1
              #expect(mayRead, "\(login) \(address) \(accept)")
            }
          }
        }
        #expect((seen > 5) == mayRead, "\(login) saw it on \(seen) pages")
      }
      let connection = try await Connection.open(pages.target)
      for (login, _, _) in people {
        try await connection.execute("DROP OWNED BY \(identifier: login)")
        try await connection.execute("DROP ROLE \(identifier: login)")
      }
      await connection.close()
    }
  }
}

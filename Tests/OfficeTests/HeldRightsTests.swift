import Domain
import Postgres
import TestSupport
import Testing

@testable import Office

@Suite("What members may do")
struct HeldRightsTests {
  @Test("It is told as the database enforces it, closed departments and limited roles included")
  func equal() async throws {
    try await withOffice { database in
      let before = try await database.work { office in
        _ = try office.register(
          DepartmentCode("OPS")!, name: "Ops", OfficeDatabase.order(OfficeDatabase.hq))
        _ = try office.register(
          DepartmentCode("DEV")!, name: "Dev", OfficeDatabase.order(OfficeDatabase.hq))
        for (number, layer) in Layer.allCases.enumerated() {
          for (home, isMachine) in [("OPS", false), ("SALES", false), ("DEV", true)] {
            guard !isMachine || layer == .field else { continue }
            try office.say(
              .join(
                account: Account("m\(number)-\(home.lowercased())")!,
                department: DepartmentCode(home)!,
                layer: layer, isMachine: isMachine))
          }
        }
        try office.say(.grant(account: Account("m0-ops")!, role: .auditor))
        try office.say(
          .grant(account: Account("m1-ops")!, role: .reviewer, departments: [OfficeDatabase.sales]))
        try office.say(.grant(account: Account("m1-sales")!, role: .trainer))
        try office.say(.leave(account: Account("m2-sales")!, reason: nil))
        return try office.held()
      }
      #expect(before == (try await database.enforced()))
      #expect(before.count > 40)
      #expect(before.contains("m1-ops SALES resolve"))
      #expect(!before.contains { $0.hasPrefix("m2-sales") })
      let after = try await database.work { office in
        try office.say(
          .closeDepartment(
            code: DepartmentCode("DEV")!, successor: DepartmentCode("OPS")!, reason: "Merged"))
        try office.say(
          .closeDepartment(
            code: DepartmentCode("OPS")!, successor: OfficeDatabase.sales, reason: "Merged"))
        return try office.held()
      }
      #expect(after == (try await database.enforced()))
      #expect(after.contains("m1-sales DEV record"))
    }
  }
}

extension Office {
  fileprivate func say(_ command: OrganizationCommand) throws {
    _ = try record(command, OfficeDatabase.order(OfficeDatabase.hq))
  }

  /// `account department right`, sorted.
  fileprivate func held() throws -> [String] {
    try rights(of: members()).flatMap { account, held in
      held.may.flatMap { place, rights in rights.map { "\(account) \(place) \($0)" } }
    }.sorted()
  }
}

extension OfficeDatabase {
  fileprivate func enforced() async throws -> [String] {
    let connection = try await Connection.open(target)
    let rows = try await connection.query(
      "SELECT person || ' ' || department || ' ' || may FROM log.access"
    ) { try $0.text(0) }
    await connection.close()
    return rows.sorted()
  }
}

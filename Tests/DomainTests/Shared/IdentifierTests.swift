import Testing

@testable import Domain

@Suite("Identifiers")
struct IdentifierTests {
  @Test("Department codes", arguments: ["SALES", "a", "R-and-D", "HQ2", "A-B"])
  func department(text: String) {
    let code = DepartmentCode(text) as DepartmentCode?
    #expect(code?.description == text)
  }

  @Test(
    "What would read as something else is no department code",
    arguments: ["", "9A", "-A", "A-", "A B", "営業", "SALES-12", "SALES-L3", "A-l3", "A/B"])
  func noDepartment(text: String) {
    let code = DepartmentCode(text) as DepartmentCode?
    #expect(code == nil)
  }

  @Test(
    "Ids of a department's items",
    arguments: [
      ("SALES-12", ItemKind.cycle, 12), ("SALES-L3", .lesson, 3), ("R-and-D-I4", .issue, 4),
      ("HQ-D2", .design, 2),
    ])
  func item(text: String, kind: ItemKind, number: Int) {
    let id = ItemID(text) as ItemID?
    #expect(id?.kind == kind)
    #expect(id?.number == number)
    #expect(id?.description == text)
    #expect(id?.stream == "\(kind.rawValue)-\(number)")
  }

  @Test("The letter of an id is read in either case")
  func letterCase() {
    let id = ItemID("SALES-l3") as ItemID?
    #expect(id?.description == "SALES-L3")
  }

  @Test(
    "No ids",
    arguments: ["", "SALES", "SALES-", "SALES-0", "SALES--1", "SALES-X3", "SALES-L", "12", "-12"])
  func noItem(text: String) {
    let id = ItemID(text) as ItemID?
    #expect(id == nil)
  }

  @Test("Reviews and their decisions", arguments: ["SALES-2026-W47", "R-and-D-2026-11"])
  func review(text: String) {
    let id = ReviewID(text) as ReviewID?
    #expect(id?.description == text)
    #expect(DecisionID("\(text).2")?.description == "\(text).2")
    for number in ["0", "+2", "-1", "", "2a"] {
      #expect(DecisionID("\(text).\(number)") == nil)
    }
  }

  @Test("A KPI of a department", arguments: ["SALES/close-rate", "HQ/x9"])
  func kpi(text: String) {
    let reference = KPIReference(text) as KPIReference?
    #expect(reference?.description == text)
    #expect((KPIReference("\(text)/x") as KPIReference?) == nil)
  }
}

import CivilTime
import Domain
import Testing

@testable import ReadModels

@Suite("Projecting the organization and its strategy")
struct OrganizationProjectionTests {
  private func organization(_ events: OrganizationEvent...) -> [Happening] {
    events.map { .organization($0) }
  }

  @Test("A closed department keeps its name, successor and reason")
  func closedDepartment() {
    let departments = rows(
      DepartmentRow.self,
      after: organization(
        .departmentRegistered(code: Sample.sales, name: "営業"),
        .departmentRenamed(code: Sample.sales, name: "営業部"),
        .sponsorAssigned(department: Sample.sales, account: Sample.sato),
        .departmentClosed(code: Sample.sales, successor: Sample.dev, reason: "統合")))
    #expect(departments.map(\.name) == ["営業部"])
    #expect(departments.map(\.isClosed) == [true])
    #expect(departments.map(\.successor) == [Sample.dev])
    #expect(departments.map(\.sponsor) == [Sample.sato])
  }

  @Test("A member who leaves loses every role, and moving keeps the day of joining")
  func leaving() {
    let history = organization(
      .memberJoined(
        account: Sample.mori, department: Sample.sales, layer: .field, isMachine: false),
      .roleGranted(account: Sample.mori, role: .reviewer),
      .roleGranted(account: Sample.mori, role: .trainer),
      .memberJoined(
        account: Sample.mori, department: Sample.dev, layer: .promoter, isMachine: false))
    let moved = rows(MemberRow.self, after: history)
    #expect(moved.map(\.home) == [Sample.dev])
    #expect(moved.map(\.joinedAt) == [Sample.hour(1)])
    #expect(Set(rows(MemberRoleRow.self, after: history).map(\.role)) == [.reviewer, .trainer])
    let left = history + organization(.memberLeft(account: Sample.mori, reason: nil))
    #expect(rows(MemberRow.self, after: left).map(\.leftAt) == [Sample.hour(5)])
    #expect(rows(MemberRoleRow.self, after: left).isEmpty)
  }

  @Test("A role's row says for which departments it is held, and for all with none")
  func departments() {
    func held(_ events: OrganizationEvent...) -> [[DepartmentCode]] {
      rows(MemberRoleRow.self, after: events.map { .organization($0) }).map(\.departments)
    }
    func grant(_ departments: DepartmentCode...) -> OrganizationEvent {
      .roleGranted(account: Sample.mori, role: .reviewer, departments: departments)
    }
    func revoke(_ departments: DepartmentCode...) -> OrganizationEvent {
      .roleRevoked(account: Sample.mori, role: .reviewer, reason: nil, departments: departments)
    }
    #expect(held(grant(Sample.sales)) == [[Sample.sales]])
    #expect(held(grant(Sample.sales), grant(Sample.dev)) == [[Sample.dev, Sample.sales]])
    #expect(held(grant(Sample.sales), grant()) == [[]])
    #expect(held(grant(), grant(Sample.sales)) == [[]])
    #expect(held(grant(Sample.sales, Sample.dev), revoke(Sample.dev)) == [[Sample.sales]])
    #expect(held(grant(Sample.sales), revoke(Sample.sales)) == [])
    #expect(held(grant(Sample.sales, Sample.dev), revoke()) == [])
  }

  @Test("Each version of the policy stands, the first without a reason")
  func policies() {
    let policies = rows(
      PolicyRow.self,
      after: [
        .strategy(.trainingPolicySet(policy: "全員", profile: "再現できる人")),
        .strategy(
          .policyRevised(
            policy: "推進役から", profile: "教えられる人", reason: "孤立した", review: nil,
            lessons: [ItemID(Sample.sales, .lesson, 1)])),
      ])
    #expect(policies.map(\.policy) == ["全員", "推進役から"])
    #expect(policies.map(\.reason) == [nil, "孤立した"])
    #expect(policies.map(\.position) == [1, 2])
  }

  @Test("A vision's KPIs keep their order")
  func vision() {
    let kpis = [KPIReference("SALES/z")!, KPIReference("SALES/a")!]
    let history: [Happening] = [.strategy(.visionDeclared(statement: "価値に変える", kpis: kpis))]
    #expect(rows(VisionRow.self, after: history).map(\.statement) == ["価値に変える"])
    let named = rows(VisionKPIRow.self, after: history).sorted { $0.place < $1.place }
    #expect(named.map(\.kpi) == kpis)
  }
}

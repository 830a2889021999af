import Testing

@testable import Domain

@Suite("Stored organization events")
struct OrganizationGoldenTests {
  static let all: [Golden<OrganizationEvent>] = [
    Golden(
      .founded(
        name: "例社", head: "HQ", timeZone: "Asia/Tokyo", fiscalYearStart: 4, trialDays: 30),
      "OrganizationFounded",
      #"{"fiscalYearStart":4,"head":"HQ","name":"例社","timeZone":"Asia/Tokyo","trialDays":30}"#),
    Golden(
      .departmentRegistered(code: "SALES", name: "営業"), "DepartmentRegistered",
      #"{"code":"SALES","name":"営業"}"#),
    Golden(
      .departmentRenamed(code: "SALES", name: "営業部"), "DepartmentRenamed",
      #"{"code":"SALES","name":"営業部"}"#),
    Golden(
      .departmentClosed(code: "SALES", successor: "HQ", reason: "Merged"), "DepartmentClosed",
      #"{"code":"SALES","reason":"Merged","successor":"HQ"}"#),
    Golden(
      .departmentClosed(code: "SALES", successor: nil, reason: "Merged"), "DepartmentClosed",
      #"{"code":"SALES","reason":"Merged"}"#),
    Golden(
      .memberJoined(account: "sato", department: "SALES", layer: .field, isMachine: false),
      "MemberJoined",
      #"{"account":"sato","department":"SALES","isMachine":false,"layer":"field"}"#),
    Golden(
      .memberLeft(account: "sato", reason: nil), "MemberLeft", #"{"account":"sato"}"#),
    Golden(
      .roleGranted(account: "sato", role: .reviewer), "RoleGranted",
      #"{"account":"sato","role":"reviewer"}"#),
    Golden(
      .roleGranted(account: "sato", role: .reviewer, departments: ["DEV", "SALES"]), "RoleGranted",
      #"{"account":"sato","departments":["DEV","SALES"],"role":"reviewer"}"#),
    Golden(
      .roleRevoked(account: "sato", role: .trainer, reason: "Moved"), "RoleRevoked",
      #"{"account":"sato","reason":"Moved","role":"trainer"}"#),
    Golden(
      .roleRevoked(account: "sato", role: .reviewer, reason: nil, departments: ["DEV"]),
      "RoleRevoked", #"{"account":"sato","departments":["DEV"],"role":"reviewer"}"#),
    Golden(
      .sponsorAssigned(department: "SALES", account: "sato"), "SponsorAssigned",
      #"{"account":"sato","department":"SALES"}"#),
  ]

  @Test("keep their form", arguments: all)
  func kept(golden: Golden<OrganizationEvent>) throws { try golden.expectKept() }

  @Test("are all pinned, and read strictly")
  func complete() {
    #expect(Set(Self.all.map(\.type)) == OrganizationEvent.types)
    expectStrict(OrganizationEvent.self)
  }
}

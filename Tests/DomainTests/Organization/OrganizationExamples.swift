@testable import Domain

extension OrganizationFounding {
  static let example = OrganizationFounding(
    name: "Example Ltd", head: .headquarters, headName: "Head office", timeZone: "Asia/Tokyo",
    fiscalYearStart: 4, trialDays: 30, founderLayer: .executive)
}

extension [OrganizationEvent] {
  static let founded: Self = [
    .founded(
      name: "Example Ltd", head: .headquarters, timeZone: "Asia/Tokyo", fiscalYearStart: 4,
      trialDays: 30),
    .departmentRegistered(code: .headquarters, name: "Head office"),
    .memberJoined(
      account: .sato, department: .headquarters, layer: .executive, isMachine: false),
    .roleGranted(account: .sato, role: .administrator),
  ]

  /// SALES with a field member and a machine.
  static let staffed: Self =
    founded + [
      .departmentRegistered(code: .sales, name: "Sales"),
      .memberJoined(account: .suzuki, department: .sales, layer: .field, isMachine: false),
      .memberJoined(account: .bot, department: .sales, layer: .field, isMachine: true),
    ]

  static let closed: Self =
    staffed + [.departmentClosed(code: .sales, successor: nil, reason: "Merged")]
}

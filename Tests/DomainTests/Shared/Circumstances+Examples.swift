import CivilTime

@testable import Domain

extension Circumstances {
  /// A person in SALES on Monday, 2026-03-02.
  static let person = Circumstances(
    department: .sales, actor: .sato, occurredAt: .noon(on: "2026-03-02"), today: "2026-03-02")

  /// The same day, an account registered as a machine.
  static let machine = Circumstances(
    department: .sales, actor: .bot, actorIsMachine: true, occurredAt: .noon(on: "2026-03-02"),
    today: "2026-03-02")
}

extension Instant {
  static func noon(on day: LocalDate) -> Instant {
    Instant(secondsSince1970: Int64(day.dayNumber * 86_400 + 43_200))
  }
}

extension LocalDate: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let date = LocalDate(iso: text) else { preconditionFailure("no day: \(text)") }
    self = date
  }
}

extension DepartmentCode {
  static let headquarters: DepartmentCode = "HQ"
  static let sales: DepartmentCode = "SALES"
}

extension Account {
  static let sato: Account = "sato"
  static let suzuki: Account = "suzuki"
  static let bot: Account = "report-bot"
}

extension DepartmentCode: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let code = Self(text) else { preconditionFailure("no department code: \(text)") }
    self = code
  }
}

extension Account: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let account = Self(text) else { preconditionFailure("no account: \(text)") }
    self = account
  }
}

extension KPIReference: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let reference = Self(text) else { preconditionFailure("no KPI: \(text)") }
    self = reference
  }
}

extension ItemID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let id = Self(text) else { preconditionFailure("no id: \(text)") }
    self = id
  }
}

extension ReviewID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let id = Self(text) else { preconditionFailure("no review: \(text)") }
    self = id
  }
}

import Office

extension Desk {
  /// `SALES@120`, `SALES-12`, `SALES-L3`, `SALES/close-rate`, `SALES-2026-W47`, `SALES-2026-W47.1`.
  func subject(_ text: String) throws -> LogSubject {
    guard let subject = try office.subject(named: text) else {
      throw InputFault.unreadable(argument: "ID", text: text, wanted: .subject)
    }
    return subject
  }
}

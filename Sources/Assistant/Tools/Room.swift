package import Bilingual
import CivilTime
import Domain
package import Office
import Orders
import ReadModels
import Wording

/// The office as one call sees it, and how arguments are read in it.
package struct Room {
  package let office: Office
  package let language: Language
  /// The department of the settings; nil for none.
  package let usual: String?

  package init(_ office: Office, _ language: Language, usual: String?) {
    self.office = office
    self.language = language
    self.usual = usual
  }

  func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }

  func department(_ named: String?) throws -> DepartmentCode {
    let known = try office.departmentCodes()
    if let named = named ?? usual { return try office.department(named, among: known) }
    if let own = try office.ownDepartment() { return own }
    if known.count == 1 { return known[0] }
    throw ArgumentFault(
      text: "Name the department: \(known.map(\.rawValue).joined(separator: ", ")).")
  }

  func cycle(_ text: String) throws -> ItemID { try item(text, .cycle) }

  func item(_ text: String, _ kind: ItemKind) throws -> ItemID {
    guard let id = ItemID(text.halfWidth), id.kind == kind else {
      throw ArgumentFault(
        text: "\(text) is no id of a \(kind.rawValue), such as \(Self.sample(kind)).")
    }
    let home = try office.department(named: id.department.rawValue)
    return try office.known(ItemID(home, kind, id.number))
  }

  private static func sample(_ kind: ItemKind) -> String {
    kind == .design ? "HQ-D2" : "SALES-\(kind.letter)12"
  }

  /// `SALES/close-rate`, or `close-rate` of the department.
  func kpi(_ text: String, in department: String? = nil) throws -> KPIRow {
    let parts = text.halfWidth.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let code = KPICode(String(parts[parts.count - 1])) else {
      throw ArgumentFault(text: "\(text) is no KPI, such as SALES/close-rate.")
    }
    let home = try self.department(parts.count == 2 ? String(parts[0]) : department)
    return try office.definedKPI(KPIReference(home, code))
  }

  /// How far the logs are known, such as `HQ@44, SALES@120`.
  func positions() throws -> [(DepartmentCode, Int)] {
    let found = try office.asOf?.positions ?? office.heads()
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Room {
  /// `SALES@120`, `SALES-12`, `SALES-L3`, `SALES/close-rate`, `SALES-2026-W47`, `SALES-2026-W47.1`.
  func subject(_ typed: String) throws -> LogSubject {
    let text = typed.halfWidth
    guard let subject = try office.subject(named: text) else {
      throw ArgumentFault(
        text: "\(text) is no id, such as SALES-12, SALES-2026-W47.1, SALES/close-rate or SALES@120."
      )
    }
    return subject
  }
}

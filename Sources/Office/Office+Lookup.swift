import Bilingual
package import Domain
import Orders
import ReadModels
import Tracker

/// What is there, by its name or id; what isn't is refused with what is near.
extension Office {
  /// Codes of all departments, closed ones included.
  package func departmentCodes() throws -> [DepartmentCode] {
    try tracker.read(of: [setting.head], in: [DepartmentRow.self]) { view in
      try tracker.departments(in: view).map(\.code)
    }
  }

  /// The department of the person who acts; nil for one who is no member.
  package func ownDepartment() throws -> DepartmentCode? {
    try tracker.read(of: [setting.head], in: [MemberRow.self, MemberRoleRow.self]) { view in
      try OrganizationQueries.member(setting.actor, in: view)?.member.home
    }
  }

  /// In any letter case, and in full-width letters too.
  package func department(named text: String) throws -> DepartmentCode {
    if let code = try DepartmentCode(text).map(isThere), let code { return code }
    return try department(text, among: departmentCodes())
  }

  /// As it is written: asked without reading them all.
  private func isThere(_ code: DepartmentCode) throws -> DepartmentCode? {
    try tracker.read(of: [setting.head], in: [DepartmentRow.self]) { view in
      try tracker.department(code, in: view)?.code
    }
  }

  package func department(
    _ text: String, among known: [DepartmentCode]
  ) throws -> DepartmentCode {
    let folded = text.halfWidth.lowercased()
    if let code = known.first(where: { $0.rawValue.lowercased() == folded }) { return code }
    if let code = try departmentNames()[folded], known.contains(code) { return code }
    throw OfficeError.unknown(.department, text: text, candidates: known.map(\.rawValue))
  }

  /// Codes by names that one department alone has, in half width and lower case: people's files have names.
  package func departmentNames() throws -> [String: DepartmentCode] {
    let rows = try tracker.read { try OrganizationQueries.departments(in: $0) }
    return Dictionary(grouping: rows) { $0.name.halfWidth.lowercased() }
      .compactMapValues { $0.count == 1 ? $0[0].code : nil }
  }

  /// An item that is there.
  package func known(_ id: ItemID) throws -> ItemID {
    try tracker.read(of: [id.department]) { view in
      if try ItemNumbers.exists(id, in: view) { return }
      throw OfficeError.unknown(
        .init(id.kind), text: "\(id)", candidates: try candidates(for: id, in: view))
    }
    return id
  }

  private func candidates(for id: ItemID, in view: View) throws -> [String] {
    let last = try ItemNumbers.next(id.kind, of: id.department, in: view) - 1
    return (1...max(1, last)).prefix(last).suffix(1_000).map {
      "\(ItemID(id.department, id.kind, $0))"
    }
  }
}

extension Office {
  /// What people call an item: a title, or an issue's own words; nil for one that isn't there.
  package func title(of id: ItemID) throws -> String? {
    try tracker.read(of: [id.department]) { view in
      switch id.kind {
      case .cycle: try CycleQueries.cycle(id, in: view)?.title
      case .lesson: try LessonQueries.lesson(id, in: view)?.title
      case .issue: try IssueQueries.issue(id, in: view)?.issue
      case .design: try DesignQueries.design(id, in: view)?.title
      case .concept: try ConceptQueries.concept(id, in: view)?.title
      }
    }
  }
}

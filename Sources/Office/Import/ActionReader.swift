import Bilingual
import CivilTime
import Domain
import Orders

/// Makes actions of records: departments by their codes whatever their case, times, durations.
struct ActionReader {
  private let office: Office
  private let home: HomeDepartment
  private let createsDepartments: Bool
  private let dates: DateReader
  /// By code or name in lower case.
  private var departments: [String: DepartmentCode]
  /// Where records without a department go, once it was looked up.
  private var usual: DepartmentCode?
  private(set) var unknown: Set<String> = []

  init(_ office: Office, _ request: ActionsRequest) throws {
    self.office = office
    home = request.home
    createsDepartments = request.createsDepartments
    dates = office.dates(of: request.settings)
    departments = Dictionary(
      uniqueKeysWithValues: try office.departmentCodes().map { ($0.rawValue.lowercased(), $0) })
    departments.merge(try office.departmentNames()) { code, _ in code }
    if home.given != nil { usual = try office.department(home) }
  }

  /// - Parameter create: registers a department that isn't known.
  /// - Throws: `ActionLineFault`, or what no other line would be spared.
  mutating func line(
    _ record: ActionRecord, _ create: (DepartmentCode) throws -> Void
  ) throws -> ImportLine {
    if let fault = record.fault { throw fault }
    // A file that names nobody is the importer's own; a line that leaves the name out is not.
    if record.isEmpty(.actor) { throw ActionLineFault.noActor }
    let named = try record[.department].map { try known($0, create) }
    let target = try record[.cycle].map { try cycle($0, in: named, create) }
    let code = try named ?? target?.department ?? usualDepartment()
    if let target, target.department != code {
      throw ActionLineFault.otherDepartment(cycle: target, code)
    }
    return ImportLine(
      department: code, cycle: target, occurredAt: try time(record),
      entry: ActionEntry(
        text: record.text, minutes: try minutes(record), link: record[.link], by: record[.actor]))
  }

  private mutating func known(
    _ text: String, _ create: (DepartmentCode) throws -> Void
  ) throws -> DepartmentCode {
    if let known = departments[text.halfWidth.lowercased()] { return known }
    guard let code = DepartmentCode(text.halfWidth) else {
      throw unreadable(.department, text, .departmentCode)
    }
    guard createsDepartments else {
      unknown.insert(text)
      throw ActionLineFault.unknownDepartment(code)
    }
    try create(code)
    departments[text.lowercased()] = code
    return code
  }

  private mutating func usualDepartment() throws -> DepartmentCode {
    if let usual { return usual }
    let found = try office.department(home)
    usual = found
    return found
  }

  private mutating func cycle(
    _ text: String, in named: DepartmentCode?, _ create: (DepartmentCode) throws -> Void
  ) throws -> ItemID {
    let text = text.halfWidth
    if let number = Int(text), number > 0 {
      return ItemID(try named ?? usualDepartment(), .cycle, number)
    }
    guard let id = ItemID(text), id.kind == .cycle else {
      throw unreadable(.cycle, text, .cycleID)
    }
    return ItemID(try known(id.department.rawValue, create), .cycle, id.number)
  }

  private func time(_ record: ActionRecord) throws -> StatedTime {
    do {
      return try office.occurrence(
        record[.occurredAt] ?? "", ActionColumn.occurredAt.name, by: dates)
    } catch let fault as InputFault { throw ActionLineFault.input(fault) }
  }

  private func minutes(_ record: ActionRecord) throws -> Int? {
    guard let text = record[.minutes] else { return nil }
    guard let minutes = DurationText.minutes(text) else {
      throw unreadable(.minutes, text, .minutes)
    }
    return minutes
  }

  private func unreadable(
    _ place: ActionColumn, _ text: String, _ wanted: InputFault.Wanted
  ) -> ActionLineFault {
    .input(.unreadable(argument: place.name, text: text, wanted: wanted))
  }
}

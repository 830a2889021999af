import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import Tracker
import Wording

/// Why a record is no action.
struct RecordProblem: Error {
  let phrase: Phrase

  init(_ phrase: Phrase) { self.phrase = phrase }

  init(_ place: Record.Place, _ text: String, _ wanted: DeskError.Wanted) {
    self.init(DeskError.unreadable(argument: place.name, text: text, wanted: wanted).refused)
  }
}

/// Makes actions of records: departments by their codes whatever their case, times, durations.
struct RecordReading {
  private let desk: Desk
  private let option: DepartmentOption
  private let createsDepartments: Bool
  private let dates: DateReader
  /// By code in lower case.
  private var departments: [String: DepartmentCode]
  /// Where records without a department go.
  private var home: DepartmentCode?
  private var unknown: Set<String> = []

  init(
    _ desk: Desk, _ option: DepartmentOption, _ dates: DateReader, createsDepartments: Bool
  ) throws {
    self.dates = dates
    self.desk = desk
    self.option = option
    self.createsDepartments = createsDepartments
    departments = Dictionary(
      uniqueKeysWithValues: try desk.office.departmentCodes().map { ($0.rawValue.lowercased(), $0) }
    )
    departments.merge(try desk.office.departmentNames()) { code, _ in code }
    if option.code != nil { home = try desk.department(option) }
  }

  /// - Parameter create: registers a department that isn't known.
  /// - Throws: `RecordProblem`.
  mutating func line(
    _ record: Record, _ create: (DepartmentCode) throws -> Void
  ) throws -> ImportLine {
    if let fault = record.fault { throw RecordProblem(fault) }
    // A file that names nobody is the importer's own; a line that leaves the name out is not.
    if record.isEmpty(.actor) {
      throw RecordProblem(Phrase(en: "The actor is empty.", ja: "実施者（actor）が空です。"))
    }
    let named = try record[.department].map { try known($0, create) }
    let target = try record[.cycle].map { try cycle($0, in: named, create) }
    let code = try named ?? target?.department ?? usual()
    if let target, target.department != code { throw RecordProblem(elsewhere(target, code)) }
    return ImportLine(
      department: code, cycle: target, occurredAt: try time(record),
      entry: ActionEntry(
        text: record.text, minutes: try minutes(record), link: record[.link], by: record[.actor]))
  }

  /// What helps where departments are unknown.
  var hint: Phrase? {
    guard !unknown.isEmpty else { return nil }
    let list = unknown.sorted().prefix(20).joined(separator: ", ")
    return Phrase(
      en: "Unknown departments: \(list). Repeat it with --create-departments to register them.",
      ja: "未登録の部門: \(list)。登録しながら取り込むには --create-departments を付けて再実行してください。")
  }

  private mutating func known(
    _ text: String, _ create: (DepartmentCode) throws -> Void
  ) throws -> DepartmentCode {
    if let known = departments[text.halfWidth.lowercased()] { return known }
    guard let code = DepartmentCode(text.halfWidth) else {
      throw RecordProblem(.department, text, .departmentCode)
    }
    guard createsDepartments else {
      unknown.insert(text)
      throw RecordProblem(TrackerError.unknownDepartment(code, known: []).refused)
    }
    try create(code)
    departments[text.lowercased()] = code
    return code
  }

  private mutating func usual() throws -> DepartmentCode {
    if let home { return home }
    let found = try desk.department(option)
    home = found
    return found
  }

  private mutating func cycle(
    _ text: String, in named: DepartmentCode?, _ create: (DepartmentCode) throws -> Void
  ) throws -> ItemID {
    let text = text.halfWidth
    if let number = Int(text), number > 0 { return ItemID(try named ?? usual(), .cycle, number) }
    guard let id = ItemID(text), id.kind == .cycle else {
      throw RecordProblem(.cycle, text, .cycleID)
    }
    return ItemID(try known(id.department.rawValue, create), .cycle, id.number)
  }

  private func elsewhere(_ cycle: ItemID, _ department: DepartmentCode) -> Phrase {
    Phrase(
      en: "\(cycle) is no cycle of \(department).", ja: "\(cycle) は \(department) のミニPDCAではありません。")
  }

  private func time(_ record: Record) throws -> StatedTime {
    let text = record[.occurredAt] ?? ""
    do { return try desk.occurrence(text, Record.Place.occurredAt.name, by: dates) } catch {
      throw RecordProblem((error as? any Worded)?.refused ?? Phrase(both: "\(error)"))
    }
  }

  private func minutes(_ record: Record) throws -> Int? {
    guard let text = record[.minutes] else { return nil }
    guard let minutes = DurationText.minutes(text) else {
      throw RecordProblem(.minutes, text, .minutes)
    }
    return minutes
  }
}

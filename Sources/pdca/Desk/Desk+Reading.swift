import Bilingual
import CivilTime
import Domain
import EventLog
import Office
import Postgres
import PrivateServer
import ReadModels
import Terminal
import Tracker

/// Arguments read as what they are to be; what can't be read is refused by its name.
extension Desk {
  /// Days and times of options and prompts, in the organization's time zone.
  var dates: DateReader { DateReader(today: today, zone: setting.zone) }

  /// The latest such day, where no year is named.
  func date(_ text: String, _ argument: String) throws -> LocalDate {
    try Read.date(text, argument, dates)
  }

  /// A day that is to come: the next such one, where no year is named.
  func due(_ text: String, _ argument: String) throws -> LocalDate {
    try Read.date(
      text, argument, DateReader(.typed(due: true), today: today, zone: setting.zone))
  }

  /// A date means its end in the organization's time zone.
  func time(
    _ text: String, _ argument: String, by dates: DateReader? = nil
  ) throws -> StatedTime {
    switch try Read.time(text, argument, dates ?? self.dates) {
    case .instant(let instant): StatedTime(instant)
    case .day(let day): StatedTime(day, in: setting)
    }
  }

  /// When something was true. A date means its end in the organization's time zone, today the
  /// present; what has not come is refused, but for the few minutes that clocks may differ.
  func occurrence(
    _ text: String, _ argument: String, by dates: DateReader? = nil
  ) throws -> StatedTime {
    let found = try Read.time(text, argument, dates ?? self.dates)
    let isAhead =
      switch found {
      case .day(let day): day > today
      case .instant(let instant): instant > setting.now.adding(seconds: 300)
      }
    if isAhead {
      throw DeskError.future(argument: argument, text: text, now: moment(setting.now))
    }
    return try time(text, argument, by: dates)
  }

  /// How a command is to be recorded.
  func order(
    in department: DepartmentCode, _ options: WritingOptions, commutes: Bool = false
  ) throws -> Order {
    Order(
      department, commandID: try Repetition.commandID(options.commandId),
      occurredAt: try options.on.map { try occurrence($0, "--on") }, expecting: options.expect,
      commutes: commutes)
  }

  /// The department named, else `PDCA_DEPARTMENT`, else the current one, else the actor's own,
  /// else the only one.
  func department(_ option: DepartmentOption) throws -> DepartmentCode {
    let known = try office.departmentCodes()
    let named = option.code ?? Surroundings.department ?? configuration["department"]
    if let named { return try office.department(named, among: known) }
    if let own = try office.ownDepartment() { return own }
    if known.count == 1 { return known[0] }
    throw DeskError.noDepartment(known: known.map(\.rawValue))
  }

  func department(named text: String) throws -> DepartmentCode {
    try office.department(named: text)
  }

  /// A cycle's, lesson's, issue's or design's id, or its number alone within the department.
  func item(
    _ text: String, _ kind: ItemKind, in option: DepartmentOption = DepartmentOption()
  ) throws -> ItemID {
    let typed = text.halfWidth
    if let number = Int(typed), number > 0 {
      return ItemID(try department(option), kind, number)
    }
    guard let id = ItemID(typed), id.kind == kind else {
      throw DeskError.unreadable(argument: "ID", text: text, wanted: .init(idOf: kind))
    }
    return ItemID(try department(named: id.department.rawValue), kind, id.number)
  }

  /// `close-rate` within the department, or `SALES/close-rate`.
  func kpi(_ text: String, in option: DepartmentOption) throws -> KPIReference {
    let parts = text.halfWidth.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let code = KPICode(String(parts[parts.count - 1])) else {
      throw DeskError.unreadable(argument: "KPI", text: text, wanted: .kpiCode)
    }
    let home = parts.count == 2 ? try department(named: String(parts[0])) : try department(option)
    return KPIReference(home, code)
  }
}

/// Arguments that read the same in every organization.
enum Read {
  static func date(
    _ text: String, _ argument: String, _ dates: DateReader
  ) throws -> LocalDate {
    do { return try dates.day(text) } catch {
      throw refusal(error, text, argument, dates.isOfFile ? .fileDate : .date)
    }
  }

  static func time(
    _ text: String, _ argument: String, _ dates: DateReader
  ) throws -> WrittenTime {
    do { return try dates.time(text) } catch { throw refusal(error, text, argument, .instant) }
  }

  static func refusal(
    _ fault: DateFault, _ text: String, _ argument: String, _ wanted: DeskError.Wanted
  ) -> DeskError {
    fault == .unreadable || text.isEmpty
      ? .unreadable(argument: argument, text: text, wanted: wanted)
      : .date(argument: argument, text: text, fault)
  }

  static func minutes(_ text: String, _ argument: String) throws -> Int {
    guard let minutes = DurationText.minutes(text) else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .minutes)
    }
    return minutes
  }

  static func account(_ text: String) throws -> Account {
    guard let account = Account(text) else {
      throw DeskError.unreadable(argument: "ACCOUNT", text: text, wanted: .account)
    }
    return account
  }

  /// An account that is to be a login of ours.
  static func login(_ text: String) throws -> Account {
    guard LocalCluster.isUsable(role: text), let account = Account(text) else {
      throw DeskError.unreadable(argument: "ACCOUNT", text: text, wanted: .account)
    }
    return account
  }
}

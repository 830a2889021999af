import ArgumentParser
import CivilTime
import Domain
import Office
import Orders

/// Arguments read as what they are to be; what can't be read is refused by its name.
extension Desk {
  var dates: DateReader { office.dates }

  /// The latest such day, where no year is named.
  func date(_ text: String, _ argument: String) throws -> LocalDate {
    try Read.date(text, argument, office.dates)
  }

  /// A day that is to come: the next such one, where no year is named.
  func due(_ text: String, _ argument: String) throws -> LocalDate {
    try Read.date(text, argument, office.dueDates)
  }

  /// How a command is to be recorded.
  func order(
    in department: DepartmentCode, _ options: WritingOptions, commutes: Bool = false
  ) throws -> Order {
    Order(
      department, commandID: try Repetition.commandID(options.commandId),
      occurredAt: try options.on.map { try office.occurrence($0, "--on") },
      expecting: options.expect, commutes: commutes)
  }

  /// What is named, and else `PDCA_DEPARTMENT` or the current department.
  func home(_ option: DepartmentOption?) -> HomeDepartment {
    HomeDepartment(
      given: option?.code, usual: Surroundings.department ?? configuration["department"])
  }

  func department(_ option: DepartmentOption?) throws -> DepartmentCode {
    try office.department(home(option))
  }

  func department(named text: String) throws -> DepartmentCode {
    try office.department(named: text)
  }

  /// A cycle's, lesson's, issue's or design's id, or its number alone within the department.
  func item(
    _ text: String, _ kind: ItemKind, in option: DepartmentOption? = nil
  ) throws -> ItemID {
    try office.item(text, kind, in: home(option))
  }

  /// `close-rate` within the department, or `SALES/close-rate`.
  func kpi(_ text: String, in option: DepartmentOption) throws -> KPIReference {
    try office.kpi(text, in: home(option))
  }
}

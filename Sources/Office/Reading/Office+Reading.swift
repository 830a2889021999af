import Bilingual
package import CivilTime
package import Domain
package import Orders
import ReadModels

/// Which department is meant where a text names none.
package struct HomeDepartment: Sendable {
  /// As it was given with what is asked, by code or name; nil for none.
  package var given: String?
  /// What the person's settings say; nil for nothing.
  package var usual: String?

  package init(given: String? = nil, usual: String? = nil) {
    (self.given, self.usual) = (given, usual)
  }
}

/// Texts read as what they are to be; what can't be read is refused by its name.
extension Office {
  /// Days and times as people type them, in the organization's time zone.
  package var dates: DateReader { DateReader(today: today, zone: setting.zone) }

  /// Days that are to come: the next such one, where no year is named.
  package var dueDates: DateReader {
    DateReader(.typed(due: true), today: today, zone: setting.zone)
  }

  /// Days and times of a file.
  package func dates(of file: TableSettings) -> DateReader {
    DateReader(
      .file(year: file.year, serials: file.hasSerialDays), today: today, zone: setting.zone)
  }

  /// A date means its end in the organization's time zone.
  package func time(
    _ text: String, _ argument: String, by dates: DateReader? = nil
  ) throws -> StatedTime {
    switch try Read.time(text, argument, dates ?? self.dates) {
    case .instant(let instant): StatedTime(instant)
    case .day(let day): StatedTime(day, in: setting)
    }
  }

  /// When something was true. A date means its end in the organization's time zone, today the
  /// present; what has not come is refused, but for the few minutes that clocks may differ.
  package func occurrence(
    _ text: String, _ argument: String, by dates: DateReader? = nil
  ) throws -> StatedTime {
    let found = try Read.time(text, argument, dates ?? self.dates)
    let isAhead =
      switch found {
      case .day(let day): day > today
      case .instant(let instant): instant > setting.now.adding(seconds: 300)
      }
    if isAhead {
      let now = setting.zone.localDateTime(at: setting.now)
      throw InputFault.future(argument: argument, text: text, now: .time(now))
    }
    return try time(text, argument, by: dates)
  }

  /// The department given, else the usual one, else the actor's own, else the only one.
  package func department(_ home: HomeDepartment) throws -> DepartmentCode {
    if let named = home.given ?? home.usual { return try department(named: named) }
    if let own = try ownDepartment() { return own }
    let known = try departmentCodes()
    if known.count == 1 { return known[0] }
    throw OfficeError.noDepartment(known: known.map(\.rawValue))
  }

  /// A cycle's, lesson's, issue's or design's id, or its number alone within the department.
  package func item(
    _ text: String, _ kind: ItemKind, in home: HomeDepartment = HomeDepartment()
  ) throws -> ItemID {
    let typed = text.halfWidth
    if let number = Int(typed), number > 0 {
      return ItemID(try department(home), kind, number)
    }
    guard let id = ItemID(typed), id.kind == kind else {
      throw InputFault.unreadable(argument: "ID", text: text, wanted: .init(idOf: kind))
    }
    return ItemID(try department(named: id.department.rawValue), kind, id.number)
  }

  /// `close-rate` within the department, or `SALES/close-rate`.
  package func kpi(_ text: String, in home: HomeDepartment) throws -> KPIReference {
    let parts = text.halfWidth.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let code = KPICode(String(parts[parts.count - 1])) else {
      throw InputFault.unreadable(argument: "KPI", text: text, wanted: .kpiCode)
    }
    let owner = parts.count == 2 ? try department(named: String(parts[0])) : try department(home)
    return KPIReference(owner, code)
  }

  /// A KPI that is defined.
  package func knownKPI(_ text: String, in home: HomeDepartment) throws -> KPIReference {
    let reference = try kpi(text, in: home)
    try requireKPI(reference)
    return reference
  }

  /// A level of a KPI, read as it is measured; of no KPI, a number.
  package func level(
    _ text: String, _ argument: String, of kpi: KPIReference?
  ) throws -> Double {
    let measure = try kpi.flatMap { try self.kpi($0)?.measure }
    return try Read.level(text, argument, isProportion: measure == .proportion)
  }

  /// A level of a KPI, or a range of them.
  package func prediction(
    _ text: String, _ argument: String, of kpi: KPIReference?
  ) throws -> (level: Double, range: PredictionRange?) {
    let measure = try kpi.flatMap { try self.kpi($0)?.measure }
    return try Read.prediction(text, argument, isProportion: measure == .proportion)
  }
}

import Bilingual
package import Domain
import EventLog
package import Orders
import Tables
import Tracker

/// What a file of departments has columns for.
private enum DepartmentColumn: ColumnKey {
  case code, name

  var names: [String] {
    switch self {
    case .code: ["code", "department", "部門コード", "コード", "部署コード"]
    case .name: ["name", "名称", "部門名", "部門名称", "部署名", "部署名称", "名前", "部門"]
    }
  }
}

/// What a file of KPIs has columns for.
private enum KPIColumn: ColumnKey {
  case code, name, unit, direction, cadence, kind, measure, department

  var names: [String] {
    switch self {
    case .code: ["code", "kpi", "kpicode", "コード", "kpiコード", "指標コード"]
    case .name: ["name", "kpiname", "名称", "kpi名", "指標", "指標名", "名前"]
    case .unit: ["unit", "単位"]
    case .direction: ["direction", "better", "方向", "良い方向", "望ましい方向", "改善方向"]
    case .cadence: ["cadence", "frequency", "頻度", "周期", "測定頻度", "集計頻度"]
    case .kind: ["kind", "種別", "種類"]
    case .measure: ["measure", "測定", "測り方", "測定方法"]
    case .department: ["department", "dept", "部門", "部門コード", "部署", "部署コード"]
    }
  }
}

extension Office {
  /// Registers the departments of a file: all of them or none, and those that are there under their
  /// names not again.
  /// - Parameter order: how each is to be recorded, but for its id.
  package func registerDepartments(
    from file: TableFile, isDryRun: Bool = false,
    order: (DepartmentCode) throws -> Order, onColumns: (FoundColumns) -> Void = { _ in }
  ) throws -> SetUpReport {
    try LogAccess.require("administer", in: setting.head.rawValue, for: "departments", session)
    return try setUp(
      from: file, needing: [DepartmentColumn.code, .name], isDryRun: isDryRun, onColumns: onColumns
    ) { field in
      let (text, name) = ((field(.code) ?? "").halfWidth, field(.name) ?? "")
      guard let code = DepartmentCode(text) else {
        throw InputFault.unreadable(argument: "code", text: text, wanted: .departmentCode)
      }
      var order = try order(setting.head)
      order.commandID = .random()
      do {
        _ = try tracker.register(code, name: name, order)
      } catch let refusal as OrganizationRefusal {
        guard case .departmentExists(_, let existing, let known) = refusal, existing == code,
          known == name
        else { throw refusal }
        return .known
      }
      return .added
    }
  }

  /// Defines the KPIs of a file: all of them or none, and those that are defined so not again.
  /// - Parameters:
  ///   - home: whose those are that name no department.
  ///   - order: how each is to be recorded, but for its id.
  package func defineKPIs(
    from file: TableFile, in home: HomeDepartment, isDryRun: Bool = false,
    order: (DepartmentCode) throws -> Order, onColumns: (FoundColumns) -> Void = { _ in }
  ) throws -> SetUpReport {
    try setUp(
      from: file, needing: [KPIColumn.code, .name, .unit], isDryRun: isDryRun, onColumns: onColumns
    ) { field in
      var home = home
      if let code = field(.department) { home.given = code }
      let kpi = try kpi(field(.code) ?? "", in: home)
      var order = try order(kpi.department)
      order.commandID = .random()
      let outcome = try tracker.kpi(.define(try KPIColumn.definition(field)), on: kpi, order)
      return outcome.events.isEmpty ? .known : .added
    }
  }
}

extension KPIColumn {
  fileprivate static func definition(_ field: (KPIColumn) -> String?) throws -> KPIDefinition {
    KPIDefinition(
      name: field(.name) ?? "", unit: field(.unit) ?? "",
      direction: try .read(field(.direction), "direction", usually: .up),
      cadence: try .read(field(.cadence), "cadence", usually: .weekly),
      kind: try .read(field(.kind), "kind", usually: .outcome),
      measure: try .read(field(.measure), "measure", usually: .value))
  }
}

import Bilingual
import Domain
import EventLog
import Tables
import Tracker

/// What a file of KPIs has columns for.
enum KPIColumn: ColumnKey {
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

extension KPIColumn {
  /// Defines the KPI of a line, unless it is defined so.
  /// - Parameter option: whose it is where the line names no department.
  static func carryOut(
    _ field: (KPIColumn) -> String?, in option: DepartmentOption, _ writing: WritingOptions,
    _ desk: Desk
  ) throws -> SetUpRun.Result {
    var home = option
    if let code = field(.department) { home.code = code }
    let kpi = try desk.kpi(field(.code) ?? "", in: home)
    var order = try desk.order(in: kpi.department, writing)
    order.commandID = .random()
    let outcome = try desk.tracker.kpi(.define(try definition(field)), on: kpi, order)
    return outcome.events.isEmpty ? .known : .added
  }

  private static func definition(_ field: (KPIColumn) -> String?) throws -> KPIDefinition {
    KPIDefinition(
      name: field(.name) ?? "", unit: field(.unit) ?? "",
      direction: try .read(field(.direction), "direction", usually: .up),
      cadence: try .read(field(.cadence), "cadence", usually: .weekly),
      kind: try .read(field(.kind), "kind", usually: .outcome),
      measure: try .read(field(.measure), "measure", usually: .value))
  }
}

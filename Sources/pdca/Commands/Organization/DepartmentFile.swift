import Bilingual
import Domain
import EventLog
import Tables
import Tracker

/// What a file of departments has columns for.
enum DepartmentColumn: ColumnKey {
  case code, name

  var names: [String] {
    switch self {
    case .code: ["code", "department", "部門コード", "コード", "部署コード"]
    case .name: ["name", "名称", "部門名", "部門名称", "部署名", "部署名称", "名前", "部門"]
    }
  }
}

extension DepartmentColumn {
  /// Registers the department of a line, unless it is there under that name.
  static func carryOut(
    _ field: (DepartmentColumn) -> String?, _ writing: WritingOptions, _ desk: Desk
  ) throws -> SetUpRun.Result {
    let (text, name) = ((field(.code) ?? "").halfWidth, field(.name) ?? "")
    guard let code = DepartmentCode(text) else {
      throw DeskError.unreadable(argument: "code", text: text, wanted: .departmentCode)
    }
    var order = try desk.order(in: desk.setting.head, writing)
    order.commandID = .random()
    do {
      _ = try desk.tracker.register(code, name: name, order)
    } catch let refusal as OrganizationRefusal {
      guard case .departmentExists(_, let existing, let known) = refusal, existing == code,
        known == name
      else { throw refusal }
      return .known
    }
    return .added
  }
}

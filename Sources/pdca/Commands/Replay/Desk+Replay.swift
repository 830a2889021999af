import Bilingual
import Domain
import Office
import ReadModels

extension Desk {
  /// An id, a number (a cycle's), a department, or a KPI; whichever it is, it is there.
  func replayed(_ text: String, in option: DepartmentOption) throws -> ReplaySubject {
    if ReviewPeriod(text) != nil || ReviewID(text.halfWidth) != nil {
      return .review(try office.opened(review(text, in: option)))
    }
    if Int(text) != nil { return .item(try known(text, .cycle, in: option)) }
    if let id = ItemID(text) { return .item(try known(text, id.kind)) }
    let codes = try office.departmentCodes()
    if let code = codes.first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
      return .department(code)
    }
    return .kpi(try definedKPI(text, in: option).reference)
  }
}

import CanonicalJSON
import CivilTime
import Domain
import Postgres
import ReadModels
import Reviews
import Tracker

extension Desk {
  /// An item that is there; else it is refused with those whose ids are near.
  func known(
    _ text: String, _ kind: ItemKind, in option: DepartmentOption = DepartmentOption()
  ) throws -> ItemID {
    let id = try item(text, kind, in: option)
    try tracker.read(of: [id.department]) {
      if try ItemNumbers.exists(id, in: session) { return }
      throw DeskError.unknown(kind.named, text: "\(id)", candidates: try candidates(for: id))
    }
    return id
  }

  private func candidates(for id: ItemID) throws -> [String] {
    let last = try ItemNumbers.next(id.kind, of: id.department, in: session) - 1
    return (1...max(1, last)).prefix(last).suffix(1_000).map {
      "\(ItemID(id.department, id.kind, $0))"
    }
  }

  /// Day and time of day in the organization's time zone: `2026-11-22 09:10`.
  func moment(_ instant: Instant) -> String {
    let local = setting.zone.localDateTime(at: instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(local.date) \(two(local.hour)):\(two(local.minute))"
  }

  /// How numbers of a KPI are written; without unit where the KPI isn't known.
  func numbers(of kpi: KPIReference?) throws -> NumberText {
    guard let kpi, let row = try KPIQueries.kpi(kpi, in: session) else {
      return NumberText(language: answer.language)
    }
    return NumberText(
      unit: row.unit, language: answer.language, isProportion: row.measure == .proportion)
  }
}

extension ItemKind {
  var named: DeskError.Kind {
    switch self {
    case .cycle: .cycle
    case .lesson: .lesson
    case .issue: .issue
    case .design: .design
    }
  }
}

extension JSON {
  /// An object's members and these.
  func with(_ more: JSONObject) -> JSON {
    guard case .object(var members) = self else { return self }
    for member in more { members[member.key] = member.value }
    return .object(members)
  }
}

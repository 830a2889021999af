import CanonicalJSON
import CivilTime
import Domain
import Foundation

/// A report as `pdca review week|month --json` and its text wrote it.
struct WrittenReport {
  /// A change of a KPI that the report tells of.
  struct Change {
    let kpi: String
    let reading: String
    let onset: LocalDate?
    /// It became a signal within the report's days.
    let isNew: Bool
    let isDecidedOn: Bool
    /// What the first probable cause is about; nil where none is offered.
    let firstCause: String?
    /// Whether that is of a cycle that was aimed at the KPI; of others a review says that none was, and of
    /// work against a change for the worse that it has not stopped it.
    let isAimed: Bool
  }

  /// What closing a review asks to be acknowledged, by a name that stays the same.
  struct Ask: Hashable {
    let kpi: String
    let signal: String
  }

  let plan: PlannedReport
  /// What the first step is about, and of what kind it is.
  let first: (about: String, kind: String)?
  let changes: [Change]
  let asks: Set<Ask>
  /// Nothing is getting worse, nothing new was told, no cycle began, was checked or closed.
  let isQuiet: Bool
  /// Of the English and of the Japanese text.
  let lines: (en: Int, ja: Int)

  var department: String { plan.id.department.rawValue }
  var days: DateSpan { DateSpan(plan.id.period.firstDay...plan.id.period.lastDay) }

  /// Nil where the folder doesn't have it, as of a department that was closed.
  init?(_ plan: PlannedReport, in folder: String) {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(plan.id).json"),
      let json = try? JSON(parsing: String(decoding: data, as: UTF8.self)), let object = json.object
    else { return nil }
    self.plan = plan
    first = object["first"]?.object.map { ($0.text("about"), $0.text("kind")) }
    let causes = object.list("probableCauses")
    let changes = object.list("changes").map { Change($0, causes) }
    self.changes = changes
    asks = Set((object.list("improvementPoints") + object.list("nextSteps")).compactMap(Ask.init))
    let cycles = object["cycles"]?.object
    isQuiet =
      ["opened", "checked", "closed"].allSatisfy { (cycles?.list($0) ?? []).isEmpty }
      && changes.allSatisfy { !$0.isNew && ($0.reading != "concern" || $0.isDecidedOn) }
    lines = (
      Self.lines("\(folder)/\(plan.id).en.txt"), Self.lines("\(folder)/\(plan.id).ja.txt")
    )
  }

  private static func lines(_ path: String) -> Int {
    guard let data = FileManager.default.contents(atPath: path) else { return 0 }
    return data.count { $0 == UInt8(ascii: "\n") }
  }
}

extension WrittenReport.Ask {
  /// Nil for another step.
  fileprivate init?(_ step: JSONObject) {
    guard step.text("kind") == "acknowledgeSignal" else { return nil }
    self.init(kpi: step.text("about"), signal: step.text("command"))
  }
}

extension WrittenReport.Change {
  fileprivate init(_ object: JSONObject, _ causes: [JSONObject]) {
    let alike = causes.filter {
      $0.text("kpi") == object.text("kpi") && $0.text("reading") == object.text("reading")
    }
    let own = alike.first { $0.text("onset") == object.text("onset") } ?? alike.first
    let first = own?.list("causes").first
    let isHeldAgainst = object.text("reading") == "concern" && first?.text("kind") == "action"
    self.init(
      kpi: object.text("kpi"), reading: object.text("reading"),
      onset: LocalDate(iso: object.text("onset")), isNew: object["isNew"] == .bool(true),
      isDecidedOn: object["decidedOn"] != .bool(false),
      firstCause: object["firstCause"]?.string,
      isAimed: first?["isAimed"] == .bool(true) && !isHeldAgainst)
  }
}

extension JSONObject {
  func text(_ name: String) -> String { self[name]?.string ?? "" }

  func list(_ name: String) -> [JSONObject] {
    guard case .array(let elements)? = self[name] else { return [] }
    return elements.compactMap(\.object)
  }
}

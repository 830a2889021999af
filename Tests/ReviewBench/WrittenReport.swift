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
    /// What the first probable cause is about; nil where none is offered.
    let firstCause: String?
  }

  let plan: PlannedReport
  /// What the first step is about, and of what kind it is.
  let first: (about: String, kind: String)?
  let changes: [Change]
  /// What closing it asks to be acknowledged, each by a name that stays the same.
  let asks: Set<String>
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
    let steps = (object.list("improvementPoints") + object.list("nextSteps"))
    first = steps.first.map { ($0.text("about"), $0.text("kind")) }
    asks = Set(
      steps.filter { $0.text("kind") == "acknowledgeSignal" }.map { $0.text("command") })
    changes = object.list("probableCauses").map { cause in
      Change(
        kpi: cause.text("kpi"), reading: cause.text("reading"),
        onset: LocalDate(iso: cause.text("onset")),
        firstCause: cause.list("causes").first?.text("about"))
    }
    lines = (
      Self.lines("\(folder)/\(plan.id).en.txt"), Self.lines("\(folder)/\(plan.id).ja.txt")
    )
  }

  private static func lines(_ path: String) -> Int {
    guard let data = FileManager.default.contents(atPath: path) else { return 0 }
    return data.count { $0 == UInt8(ascii: "\n") }
  }
}

extension JSONObject {
  func text(_ name: String) -> String { self[name]?.string ?? "" }

  func list(_ name: String) -> [JSONObject] {
    guard case .array(let elements)? = self[name] else { return [] }
    return elements.compactMap(\.object)
  }
}

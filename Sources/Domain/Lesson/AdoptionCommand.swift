package import CanonicalJSON

package enum AdoptionCommand: StatedCommand {
  case adopt(lesson: ItemID, cycle: ItemID?, note: String?)
  case decline(lesson: ItemID, reason: String)
  /// Means of the KPI before and after; `leadTimeDays` from proposal to effect.
  case measureReuse(
    lesson: ItemID, kpi: KPIReference, before: Double, after: Double, leadTimeDays: Int?,
    note: String?)

  package var content: JSON {
    switch self {
    case .adopt(let lesson, let cycle, let note):
      .object([
        "command": "adopt", "lesson": .text(lesson), "cycle": cycle.map(JSON.text),
        "note": note.map(JSON.string),
      ])
    case .decline(let lesson, let reason):
      ["command": "decline", "lesson": .text(lesson), "reason": .string(reason)]
    case .measureReuse(let lesson, let kpi, let before, let after, let days, let note):
      .object([
        "command": "measureReuse", "lesson": .text(lesson), "kpi": .text(kpi),
        "before": .measured(before), "after": .measured(after),
        "leadTimeDays": days.map(JSON.count), "note": note.map(JSON.string),
      ])
    }
  }
}

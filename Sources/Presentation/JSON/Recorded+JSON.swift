package import CanonicalJSON
package import Domain
package import Office
package import Orders
package import ReadModels
package import Reviews
import Shapes

/// What recording answers besides its outcome.
extension Outcome {
  /// - Parameters:
  ///   - left: what is left behind, where something ends by it.
  ///   - cycle: that begins by it.
  package func json(id: String, leaving left: HandOver?, beginning cycle: ItemID?) -> JSON {
    var json = json(id: id)
    if let cycle { json = json.with(["cycle": .string("\(cycle)")]) }
    if let left { json = json.with(["handOver": left.json]) }
    return json
  }

  /// Several that were recorded together.
  package static func json(of all: [(outcome: Outcome, id: String)]) -> JSON {
    .list("results", all.map { $0.outcome.json(id: $0.id) })
  }
}

extension HandOver {
  /// What would be left behind, where nothing is recorded.
  package var dryRunJSON: JSON { ["dryRun": true, "handOver": json] }
}

extension Outcome<CycleEvent> {
  /// The plan as it was recorded.
  package func json(planned cycle: CycleRow?, of id: ItemID, lessons: [LessonMatch]) -> JSON {
    json(id: "\(id)").with(thing: [
      "plan": cycle?.plan, "lessonsConsulted": .array(lessons.map(\.json)),
    ])
  }

  /// The check with what it rests on.
  package func json(checked measured: MeasuredCycle, of id: ItemID) -> JSON {
    let cycle = measured.cycle
    return json(id: "\(id)").with(thing: [
      "check": cycle?.check(measured.check), "predicted": JSON(cycle?.predicted),
      "baseline": JSON(cycle?.baseline),
    ])
  }
}

extension Outcome<DesignEvent> {
  /// - Parameter taken: whether the proposals became items.
  package func json(drafted id: ItemID, _ proposals: [DesignProposal], taken: Bool) -> JSON {
    json(id: "\(id)").with(["proposals": .array(proposals.map { $0.json(taken: taken) })])
  }
}

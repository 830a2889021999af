import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Shapes

/// The cuts for programs: of the whole only what the audience sees, and what is gathered for it.
extension ReviewReport {
  func cutJSON(for audience: Audience, _ everything: JSONObject) -> JSONObject {
    var cut = everything
    for key in Self.partial where !parts.contains(where: { $0.keys.contains(key) }) {
      cut[key] = nil
    }
    cut["analysis"] = cutAnalysis ?? .null
    cut["audience"] = JSON(audience.rawValue)
    for part in parts { gathered(part).map { cut[part.rawValue] = $0 } }
    return cut
  }

  private var cutAnalysis: JSON? {
    guard let analysis, case .object(var members) = json(analysis) else { return nil }
    let keys: [(ReviewPart, String)] = [
      (.trends, "trends"), (.leadTimes, "medianHours"), (.reuse, "reuse"), (.coverage, "coverage"),
    ]
    for (part, key) in keys where !parts.contains(part) { members[key] = nil }
    members["departments"] = nil
    return .object(members)
  }

  private static let partial = Set(ReviewPart.allCases.flatMap(\.keys))

  private func gathered(_ part: ReviewPart) -> JSON? {
    switch part {
    case .stuck:
      list(
        stuck.map { ["cycle": JSON("\($0.cycle.id)"), "reasons": list($0.reasons.map(reason))] })
    case .related:
      list(
        related.map {
          $0.lesson.json.with(["lesson": JSON("\($0.lesson.id)"), "cycle": JSON("\($0.cycle)")])
        })
    case .asked:
      [
        "issues": JSON(undecidedIssues.map { "\($0.id)" }),
        "decisions": JSON(lateDecisions.map { "\($0.id)" }),
        "cycles": JSON(unacted.map { "\($0.id)" }),
        "designs": JSON(training.drafts.map { "\($0.id)" }),
      ]
    case .investment:
      [
        "costs": list(training.costs.map(\.json)), "sessions": JSON(training.sessions.count),
        "attendances": JSON(training.attendances),
        "minutes": JSON(material.actions.map(\.minutes).reduce(0, +)),
      ]
    case .comparison: list(departments.map(record))
    default: nil
    }
  }

  private func reason(_ reason: StuckCycle.Reason) -> JSON {
    switch reason {
    case .overdue(let due): ["reason": "overdue", "due": JSON("\(due)")]
    case .undecided: ["reason": "undecided"]
    case .quiet(let days): ["reason": "quiet", "days": JSON(days)]
    case .obstacle(let text): ["reason": "obstacle", "text": JSON(text)]
    }
  }

  var trainingJSON: JSON {
    [
      "held": list(training.sessions.map(outcome)), "coming": list(training.coming.map(session)),
      "unapprovedDesigns": JSON(training.drafts.map { "\($0.id)" }),
      "costs": list(training.costs.map(\.json)),
    ]
  }

  private func outcome(_ outcome: SessionOutcome) -> JSON {
    session(outcome.session).with([
      "attendance": JSON(outcome.attended), "attended": JSON(outcome.attended),
      "evaluations": list(outcome.evaluations.map(\.json)),
    ])
  }
}

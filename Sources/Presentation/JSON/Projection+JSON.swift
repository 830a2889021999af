package import CanonicalJSON
import CivilTime
import Domain
package import EventLog
package import Office
package import ReadModels
import Shapes

/// The care of the read models, for programs.
extension ProjectionStatus {
  package var json: JSON {
    [
      "name": .string(name), "version": JSON(version), "description": .string(description),
      "departments": JSON(departments), "lagEvents": JSON(lagEvents),
      "lagSeconds": JSON((lagSeconds * 1000).rounded() / 1000),
      "stopped": .array(stopped.map(\.json)),
    ]
  }
}

extension Following {
  package var json: JSON {
    [
      "department": JSON(department), "follower": .string(follower), "epoch": JSON(epoch),
      "since": JSON(since?.rfc3339), "lastSeen": JSON(lastSeen?.rfc3339),
      "state": .string(state.rawValue),
    ]
  }
}

extension [ProjectionStatus] {
  package func listJSON(followers: [Following], excluded: [ExcludedEvent]) -> JSON {
    .list("projections", map(\.json)).with([
      "followers": .array(followers.map(\.json)), "excluded": excluded.json,
    ])
  }
}

extension ProjectionDifference {
  package var json: JSON {
    [
      "projection": .string(projection), "table": .string(table),
      "key": .array(key.map { ["column": .string($0.column), "value": .string($0.value)] }),
      "column": JSON(column), "live": JSON(live), "folded": JSON(folded),
    ]
  }
}

extension ProjectionCheck {
  package var json: JSON {
    [
      "differences": .array(differences.map(\.json)), "repaired": .texts(repaired),
      "stopped": .array(stopped.map(\.json)), "excluded": excluded.json,
    ]
  }
}

extension RebuildReport {
  package func json(stopped: [StoppedProjection], excluded: [ExcludedEvent]) -> JSON {
    json.with(["stopped": .array(stopped.map(\.json)), "excluded": excluded.json])
  }
}

extension [StoppedProjection] {
  /// What is stopped still, of what was.
  package func json(retried before: [StoppedProjection]) -> JSON {
    ["retried": .array(before.map(\.json)), "stopped": .array(map(\.json))]
  }
}

extension ProjectionOffice {
  /// How many events were taken in.
  package static func json(taken events: Int) -> JSON { ["events": JSON(events)] }
}

package import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
package import EventLog
package import Office
import ReadModels
import Shapes

/// What is asked of the log itself, for programs.
extension LogPage {
  /// - Parameter language: of the summaries.
  package func json(_ language: Language) -> JSON {
    .list("events", events.map { LogEntry($0).json(language) }).with(["more": JSON(hasMore)])
  }
}

extension LogDifference {
  package func json(_ language: Language) -> JSON {
    [
      "from": .object(from.positionsJSON), "to": .object(to.positionsJSON),
      "changes": .array(items.map { $0.json(language) }),
    ]
  }
}

extension Moment {
  var positionsJSON: JSONObject {
    positions.reduce(into: JSONObject()) { $0["\($1.key)"] = JSON($1.value) }
  }
}

extension ActorAccess {
  package var json: JSON {
    [
      "account": JSON(account), "standing": JSON(standing.rawValue), "login": JSON(login.rawValue),
      "events": JSON(tally?.events ?? 0), "first": JSON(text: tally?.first),
      "last": JSON(text: tally?.last), "departments": JSON(tally?.departments ?? []),
      "types": JSON(tally?.types ?? []), "rights": rights.json,
    ]
  }
}

extension FileEvidence {
  package var json: JSON {
    [
      "name": .string(file.name), "sha256": .string(file.sha256),
      "same": .array(same.map(json)), "others": .array(others.map(json)),
    ]
  }

  private func json(_ row: CheckFileRow) -> JSON {
    row.fileJSON.with([
      "cycle": .string("\(row.id)"), "checkedAt": .string("\(row.checkedAt)"),
      "checkedBy": .string("\(row.checkedBy)"),
      "event": .string("\(row.department)@\(row.position)"),
    ])
  }
}

extension SettingAside {
  /// The event that says so.
  package var saidBy: String { "\(event.department)@\(saidAt)" }

  package var json: JSON {
    [
      "event": .string(event.reference), "type": .string(type), "error": .string(obstacle),
      "by": .string(saidBy), "stopped": .array(stopped.map(\.json)),
    ]
  }
}

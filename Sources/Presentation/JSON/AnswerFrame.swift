package import CanonicalJSON
import EventLog
package import ReadModels

/// What every answer says besides: the form that it has, what has stopped, and what time it is about.
package enum AnswerFrame {
  package static func members(
    stopped: [JSON] = [], moment: JSONObject? = nil
  ) -> JSONObject {
    var members: JSONObject = ["jsonVersion": JSON(JSONForm.version)]
    if !stopped.isEmpty { members["stopped"] = .array(stopped) }
    for member in moment ?? [:] { members[member.key] = member.value }
    return members
  }
}

extension StoppedProjection {
  package var json: JSON {
    [
      "projection": .string(projection), "department": .string(department),
      "position": JSON(position), "type": .string(type), "error": .string(error),
    ]
  }
}

extension [ExcludedEvent] {
  package var json: JSON {
    .array(
      map { event in
        [
          "event": .string(event.reference), "type": .string(event.type),
          "by": .string("\(event.department)@\(event.saidAt)"), "reason": .string(event.reason),
        ]
      })
  }
}

package import CanonicalJSON
import CivilTime
package import Office
import Shapes

extension ShareTarget {
  /// Nothing in it is secret.
  package var json: JSON {
    .thing([
      "name": JSON(name), "channel": JSON(channel.rawValue), "reader": JSON("\(reader)"),
      "settings": settings.shown, "since": JSON("\(since)"), "addedAt": JSON("\(addedAt)"),
      "addedBy": JSON("\(addedBy)"), "paused": pause?.json,
    ])
  }
}

extension ShareTarget {
  /// - Parameter key: the signing key that was made, told this once; nil where none was.
  package func json(key: String?) -> JSON { json.with(thing: ["key": JSON(key)]) }

  package static func json(retrying name: String, deliveries: Int) -> JSON {
    ["target": .string(name), "deliveries": JSON(deliveries)]
  }

  package static func json(skipping name: String, deliveries: Int, events: Int) -> JSON {
    ["target": .string(name), "deliveries": JSON(deliveries), "events": JSON(events)]
  }
}

/// What became of a target.
package enum ShareTargetChange: String {
  case paused, served, removed, moved

  package func json(of name: String) -> JSON {
    ["target": .string(name), "state": .string(rawValue)]
  }
}

extension [ShareStanding] {
  /// - Parameter aside: deliveries that were set aside.
  package func listJSON(aside: [ShareDelivery]) -> JSON {
    .list("targets", map(\.json)).with(["aside": .array(aside.map(\.json))])
  }
}

extension ShareSettings {
  /// As they are stored, with what they leave open as null.
  fileprivate var shown: JSON {
    let open = JSON.thing([
      "audience": nil, "hours": nil, "days": nil, "holidays": .array([]), "page": nil,
      "allowsPrivate": .bool(false), "channel": .object([:]),
    ])
    let stated = (json.object ?? [:]).filter { $0.value != .null }
    return open.with(stated.reduce(into: JSONObject()) { $0[$1.key] = $1.value })
  }
}

extension SharePause {
  fileprivate var json: JSON {
    .thing(["at": JSON("\(at)"), "by": JSON(text: by), "because": JSON(because)])
  }
}

extension ShareDelivery {
  package var json: JSON {
    .thing([
      "target": JSON(target), "number": JSON(number), "occasion": JSON(occasion),
      "kind": JSON(kind.rawValue), "department": JSON("\(department)"), "about": JSON(about),
      "madeAt": JSON("\(madeAt)"), "state": JSON(state.rawValue), "attempts": JSON(attempts),
      "firstAttemptAt": JSON(text: firstAttemptAt), "lastAttemptAt": JSON(text: lastAttemptAt),
      "nextAttemptAt": JSON(text: nextAttemptAt), "lastResult": JSON(lastResult),
      "sentAt": JSON(text: sentAt),
    ])
  }
}

extension ShareStanding {
  /// A target, and how far it has come.
  package var json: JSON {
    target.json.with(thing: [
      "waiting": JSON(waiting), "sent": JSON(sent), "aside": JSON(aside),
      "skipped": JSON(skipped), "behind": JSON(behind), "next": next?.json,
    ])
  }
}

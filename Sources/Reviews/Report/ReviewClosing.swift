package import CanonicalJSON
package import CivilTime
package import Domain

/// Something done in a review, as its log holds it.
package struct ReviewAct: Sendable, Equatable {
  /// Such as `SALES@120`.
  package let event: String
  package let type: String
  package let actor: String
  package let occurredAt: Instant
  package let recordedAt: Instant
  package let payload: JSON

  package init(
    event: String, type: String, actor: String, occurredAt: Instant, recordedAt: Instant,
    payload: JSON
  ) {
    self.event = event
    self.type = type
    self.actor = actor
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    self.payload = payload
  }

  package var json: JSON {
    [
      "event": JSON(event), "type": JSON(type), "actor": JSON(actor),
      "occurredAt": JSON("\(occurredAt)"), "recordedAt": JSON("\(recordedAt)"),
      "payload": payload,
    ]
  }
}

/// What closing a review pins: the snapshot's positions, the rule profile, the report's hash, and
/// the acts before. All of it stands in the logs, so that it can be made again at any time.
package struct ReviewClosing: Sendable {
  package let review: ReviewID
  package let snapshot: ReviewSnapshot
  /// How far each department's log was known at closing.
  package let considered: [DepartmentCode: Int]
  package let acts: [ReviewAct]

  package init(
    _ review: ReviewID, _ snapshot: ReviewSnapshot, considered: [DepartmentCode: Int],
    acts: [ReviewAct]
  ) {
    self.review = review
    self.snapshot = snapshot
    self.considered = considered
    self.acts = acts
  }

  /// Another shape gets another `version`; 2 has what the report was judged by.
  package var json: JSON {
    guard let yardstick = snapshot.yardstick else { return .object(members) }
    var all = members
    all["version"] = 2
    all["form"] = JSON(yardstick.form)
    all["thresholds"] = numbers(yardstick.thresholds)
    all["limits"] = JSON(
      yardstick.limits.reduce(into: JSONObject()) { $0[$1.key] = numbers($1.value) })
    return .object(all)
  }

  private var members: JSONObject {
    [
      "version": 1, "review": JSON("\(review)"), "positions": positions(snapshot.positions),
      "profile": JSON(snapshot.profile), "profileVersion": JSON(snapshot.profileVersion),
      "snapshotHash": JSON(snapshot.hash), "considered": positions(considered),
      "acts": .array(acts.map(\.json)),
    ]
  }

  private func numbers(_ numbers: [String: Double]) -> JSON {
    JSON(numbers.reduce(into: JSONObject()) { $0[$1.key] = JSON($1.value) })
  }

  private func positions(_ positions: [DepartmentCode: Int]) -> JSON {
    JSON(positions.reduce(into: JSONObject()) { $0["\($1.key)"] = JSON($1.value) })
  }
}

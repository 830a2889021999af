package import CanonicalJSON

/// The texts that people write, by event type and member of its payload: what a redaction erases.
/// Everything else stays, since later events and the people who read on need it: ids, codes,
/// accounts (pseudonymous), dates, numbers, choices and units.
package enum FreeText {
  /// Stands where a text was. It is a text that every field takes.
  package static let marker = "[redacted]"

  /// The payload with its texts replaced by the marker; nil for a type that isn't known here.
  package static func redacted(_ payload: JSON, of type: String) -> JSON? {
    guard let members = members[type] else { return nil }
    return members.reduce(payload) { erase($1.split(separator: ".")[...], in: $0) }
  }

  /// Follows a path of member names; arrays are entered.
  private static func erase(_ path: ArraySlice<Substring>, in value: JSON) -> JSON {
    switch value {
    case .array(let elements): return .array(elements.map { erase(path, in: $0) })
    case .object(var members):
      guard let name = path.first.map(String.init), let member = members[name] else {
        return value
      }
      members[name] = erase(path.dropFirst(), in: member)
      return .object(members)
    case .string: return path.isEmpty ? .string(marker) : value
    case .null, .bool, .number: return value
    }
  }

  /// Every type is named, those without texts too.
  static let members: [String: [String]] = [
    "OrganizationFounded": ["name"], "DepartmentRegistered": ["name"],
    "DepartmentRenamed": ["name"], "DepartmentClosed": ["reason"], "MemberJoined": [],
    "MemberLeft": ["reason"], "RoleGranted": [], "RoleRevoked": ["reason"], "SponsorAssigned": [],

    "VisionDeclared": ["statement"], "ValueAreaChosen": ["name", "why"],
    "TrainingPolicySet": ["policy", "profile"], "PolicyRevised": ["policy", "profile", "reason"],

    "KPIDefined": ["name"], "TargetSet": ["reason"], "ObservationRecorded": [],
    "ObservationCorrected": ["reason"], "KPIRetired": ["reason"], "BaselineFixed": ["reason"],
    "PointExcluded": ["reason"], "LimitsRebased": ["cause", "evidence"],
    "SignalAcknowledged": ["note"], "HypothesisProposed": ["hypothesis"],
    "HypothesisTested": ["note"],

    "CyclePlanned": ["title", "problem", "change"], "JournalOpened": ["title"],
    "PlanAmended": ["title", "change", "reason"], "ActionLogged": ["text", "link", "by"],
    "ActionWithdrawn": ["reason"], "CycleCancelled": ["reason"], "ObstacleReported": ["obstacle"],
    "CycleChecked": ["evidence", "note", "notMeasuredReason", "overrideReason"],
    "CycleActed": ["why"], "NextCycleLinked": [], "PracticeStandardised": ["practice", "link"],

    "IssueRaised": ["issue"], "IssueDecided": ["decision", "why"],

    "LessonDrafted": ["title", "conditions", "suggestion", "rationale"],
    "LessonValidated": ["note"], "RollOutProposed": ["why"], "LessonRetired": ["reason"],
    "LessonAdopted": ["note"], "LessonDeclined": ["reason"], "ReuseMeasured": ["note"],

    "DesignDrafted": ["title", "items.title"], "DesignItemAdded": ["title"],
    "DesignItemRemoved": ["reason"], "LessonIncorporated": [],
    "LessonDeclinedForDesign": ["reason"], "DesignApproved": ["note"],
    "SessionScheduled": ["title", "overrideReason"], "SessionChanged": ["reason"],
    "AttendanceRecorded": [], "EvaluationRecorded": ["note"], "CostRecorded": ["what"],

    "ReviewOpened": [], "SnapshotTaken": [], "DecisionMade": ["decision"],
    "DecisionDone": ["note"], "ItemCarriedOver": ["reason"], "ReviewClosed": ["note"],
    "AddendumMade": ["addendum"],

    "EventRedacted": ["reason"],
  ]
}

package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

extension IssueRow {
  /// An issue, whichever command shows it.
  package var json: JSON {
    .thing([
      "id": .string("\(id)"), "department": .string("\(department)"), "issue": .string(issue),
      "to": .string(raisedTo.rawValue), "cycle": JSON(text: cycle),
      "raisedAt": .string("\(raisedAt)"), "raisedBy": .string("\(raisedBy)"),
      "decision": JSON(decision), "why": JSON(why), "decidedAt": JSON(text: decidedAt),
      "decidedBy": JSON(text: decidedBy),
    ])
  }
}

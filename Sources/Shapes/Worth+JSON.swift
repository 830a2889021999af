package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

extension WorthEntryRow {
  /// A statement of worth, with where it stands in the log.
  package var json: JSON {
    .thing([
      "event": .string(place), "type": .string(type), "about": .string(about),
      "stated": (try? JSON(parsing: content)) ?? .null, "recordedAt": .string("\(recordedAt)"),
      "recordedBy": .string("\(recordedBy)"),
    ])
  }
}

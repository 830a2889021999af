import CanonicalJSON
import Domain
import Tracker

extension Outcome {
  /// What a command answers with `--json`: the item's id, and where its events stand.
  func json(id: String) -> JSON {
    [
      "id": .string(id), "stream": .string(stream), "version": JSON(version),
      "events": .array(events.map { .string($0.type) }),
      "positions": positions.map { .array(Array($0).map { JSON($0) }) },
      "repeated": JSON(repeated),
    ]
  }
}

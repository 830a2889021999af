package import CanonicalJSON
import Domain
package import Orders
import Shapes

extension Outcome {
  /// What recording answers: the item's id, and where its events stand.
  package func json(id: String) -> JSON {
    .thing([
      "id": .string(id), "stream": .string(stream), "version": JSON(version),
      "events": .array(events.map { .string($0.type) }),
      "positions": positions.map { .array(Array($0).map { JSON($0) }) },
      "repeated": JSON(repeated),
    ])
  }
}

package import CanonicalJSON
import Domain
package import Office
import ReadModels
import Shapes

extension Findings {
  /// What was found, whichever door shows it.
  package var json: JSON {
    [
      "text": .string(text), "cycles": .array(cycles.map(\.json)),
      "lessons": .array(lessons.map { $0.lesson.json.with(["score": JSON($0.score)]) }),
      "actions": .array(actions.map(\.json)),
      "issues": .array(issues.map(\.json)),
    ]
  }
}

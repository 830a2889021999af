package import CanonicalJSON
import EventLog
package import Office
import ReadModels
package import Reviews
import Shapes

extension JSON {
  /// The file that an answer went to.
  package static func written(to path: String) -> JSON { ["file": .string(path)] }
}

extension ReviewReport {
  /// The file that it went to.
  package func written(to path: String) -> JSON {
    .written(to: path).with(["review": .string("\(review)")])
  }
}

extension CaseCollection {
  /// Which cycles its cards are of, and the file that they are in.
  package func json(in file: String?) -> JSON {
    .thing([
      "cases": JSON(cards.count), "cycles": .texts(cards.map(\.tried.cycle.id)),
      "file": JSON(file),
    ])
  }
}

extension [ExportedDepartment] {
  /// - Parameter reports: how many were written; nil where none were asked for.
  package func json(in file: String, reports: Int?) -> JSON {
    [
      "file": .string(file), "events": JSON(events), "departments": JSON(map(\.code)),
      "reports": JSON(reports),
    ]
  }
}

extension LogArchive.Taken {
  /// - Parameter isDryRun: whether the files were only looked at.
  package func json(isDryRun: Bool) -> JSON {
    [
      "events": JSON(events), "departments": JSON(departments.map(\.code)),
      "dryRun": JSON(isDryRun), "reports": JSON(reports),
    ]
  }
}

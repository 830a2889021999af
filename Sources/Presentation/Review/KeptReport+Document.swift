package import Bilingual
import CanonicalJSON
import Domain
package import EventLog
package import Reviews

extension KeptReport {
  package init(_ report: ReviewReport) {
    self.init(
      department: report.review.department.rawValue, stream: report.review.stream,
      form: ReviewForm.current, report: report.json.canonical,
      english: report.keptDocument(.english).canonical,
      japanese: report.keptDocument(.japanese).canonical)
  }

  /// As people read it; nil where this program can't read it.
  package func document(_ language: Language) -> Document? {
    let text = language.choose(english, japanese)
    return (try? JSON(parsing: text)).flatMap { try? Document($0) }
  }
}

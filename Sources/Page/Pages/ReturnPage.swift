import Domain
import Office
import Presentation
import Reviews

extension PageReader {
  /// What trainings brought, against what they cost.
  func returns() throws -> PageContent {
    let report = try office.returns(.all)
    let document = ReturnWords(report, look.language).document
    return PageContent(
      document.title, command: "pdca roi\(asOfOption)", json: { report.json },
      body: { "<p class=\"lead\">\(document.lead)</p>\n" + HTML(made: document.contents) })
  }
}

import Bilingual
import Terminal
import TestSupport
import Testing

@testable import Presentation
@testable import Reviews

@Suite("Reviews as HTML")
struct HTMLTests {
  static func page(_ text: String, _ language: Language = .english) -> String {
    ReviewWords(FullReport.report(text), language).document.html(
      closing: DocumentCommand(label: "Open it:", command: "pdca review open \"\(text)\""))
  }

  @Test("A page reads as XML, has one heading of all, and one for each entry of the contents")
  func wellFormed() throws {
    for language in Language.allCases {
      let page = try WellFormedness(of: Self.page("Hours", language))
      #expect(page.elements["h1"] == 1 && page.elements["title"] == 2)
      #expect(page.elements["h2"] == 17)
      #expect(page.elements["a"] == 18)
      #expect(page.elements["svg"] == 1 && page.elements["figure"] == 1)
      #expect(page.elements["main"] == 1 && page.elements["nav"] == 1)
    }
  }

  @Test("A page says its language and stands alone: no script, no address, nothing to fetch")
  func alone() {
    let page = Self.page("Hours", .japanese)
    #expect(
      page.hasPrefix("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\""))
    #expect(page.contains("<meta charset=\"utf-8\"/>"))
    for fetched in ["<script", "<link", "<img", "src=", "url(", "@import", "https:"] {
      #expect(!page.contains(fetched), "\(fetched)")
    }
    let addresses = page.split(separator: "http://").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(addresses) == ["www.w3.org/1999/xhtml", "www.w3.org/2000/svg"])
  }

  @Test("Tables name their columns and rows, and set numbers to the right")
  func tables() {
    let table = HTMLTable(
      columns: ["KPI", "Latest"], numeric: [1], rows: [["A & B", "1,234"]], name: "KPIs")
    #expect(
      table.html == """
        <div class="table" role="region" tabindex="0" aria-label="KPIs">
        <table>
        <thead>
        <tr><th scope="col">KPI</th><th class="number" scope="col">Latest</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">A &amp; B</th><td class="number short">1,234</td></tr>
        </tbody>
        </table>
        </div>
        """)
  }

  @Test("Ids are unique with any number of charts")
  func ids() throws {
    let kpis = (1...3).map { ReviewExamples.kpi([14, 20, 14, 20, 14, 20], name: "KPI \($0)") }
    let page = ReviewWords(
      ReviewExamples.report(kpis: [ReviewExamples.alarming] + kpis), .english
    ).document.html()
    let read = try WellFormedness(of: page)
    #expect(read.elements["svg"] == 4)
    #expect(Set(read.ids).count == read.ids.count && read.ids.count > 5)
  }

  @Test("A chart with a signal stands beside its KPI, the others at the end")
  func charts() throws {
    let quiet = ReviewExamples.kpi([14, 20, 14, 20, 14, 20], name: "Quiet", code: "quiet")
    let sections = ReviewWords(
      ReviewExamples.report(kpis: [quiet, ReviewExamples.alarming]), .english
    ).document.sections
    #expect(names(in: sections.first { $0.title == "KPIs" }) == ["Hours"])
    #expect(names(in: sections.last) == ["Quiet"])
    #expect(sections.last?.title == "Charts")
  }

  private func names(in section: DocumentSection?) -> [String] {
    (section?.blocks ?? []).compactMap {
      guard case .figure(let figure) = $0, case .chart(let picture) = figure.picture else {
        return nil
      }
      return picture.name
    }
  }

  @Test("Text and Markdown go without pictures and without headings for them")
  func worded() {
    let document = ReviewWords(
      ReviewExamples.report(kpis: [ReviewExamples.kpi([14, 20])]), .english
    ).document
    #expect(document.sections.last?.title == "Charts")
    #expect(!document.markdown.contains("Charts"))
    #expect(!document.lines(Layout()).contains("Charts"))
  }
}

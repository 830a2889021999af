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

  @Test("No two landmarks of a page have the same name", arguments: Language.allCases)
  func landmarks(language: Language) throws {
    let page = Self.page("Hours", language)
    func all(_ pattern: some RegexComponent<(Substring, Substring)>) -> [Substring] {
      page.matches(of: pattern).map(\.output.1)
    }
    let names =
      all(/<nav aria-label="([^"]+)"/) + all(/role="region"[^>]* aria-label="([^"]+)"/)
      + all(/<h2 id="section-\d+">([^<]+)</)
    #expect(names.count > 20 && Set(names).count == names.count)
    #expect(all(/<section[^>]* aria-labelledby="([^"]+)"/).count == all(/<(section)/).count)
  }

  @Test("Tables of one section are told apart")
  func tablesOfOne() {
    let table = DocumentBlock.table(columns: ["a"], numeric: [], rows: [["1"]])
    let section = DocumentSection(title: "KPIs", blocks: [table, .paragraph("x"), table])
    let page = Document(
      language: .english, title: "t", subtitle: "s", lead: "l", sections: [section]
    ).html()
    #expect(page.contains(#"aria-label="KPIs: table""#))
    #expect(page.contains(#"aria-label="KPIs: table 2""#))
  }

  @Test("Joiners, tags of flags and variants stay in a page; what hides doesn't")
  func spelling() {
    for text in [
      "می\u{200C}خواهم", "क\u{94D}\u{200D}ष",
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
      "0\u{FE00}", "葛\u{E0100}", "。\u{FE00}", "ශ\u{DCA}\u{200D}ර", "👩\u{200D}💻",
    ] {
      #expect(Array(XMLText.escape(text).unicodeScalars) == Array(text.unicodeScalars))
      #expect(Array(MarkdownText.inline(text).unicodeScalars) == Array(text.unicodeScalars))
    }
    for text in [
      "a\u{200D}b", "a\u{200C}b", "x\u{E0067}\u{E007F}", "🏴\u{E0067}", "a\u{FE00}", "\u{FE0F}",
      "0\u{FE00}\u{FE00}", "می\u{200C}", "\u{202E}x",
    ] {
      #expect(XMLText.escape(text).contains("\\u{"), "\(text.unicodeScalars.map(\.value))")
    }
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

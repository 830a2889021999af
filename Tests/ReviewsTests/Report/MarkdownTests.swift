import Bilingual
import Terminal
import Testing

@testable import Presentation
@testable import ReadModels
@testable import Reviews

@Suite("Markdown")
struct MarkdownTests {
  @Test(
    "Stored text means nothing in Markdown",
    arguments: [
      ("# Title", ##"\# Title"##), ("- item", ##"\- item"##), ("1. one", ##"1\. one"##),
      ("11.6 hours", "11.6 hours"), ("a | b", ##"a \| b"##), ("<script>", ##"\<script\>"##),
      ("[x](http://e.com)", ##"\[x\](http\://e.com)"##), ("`code`", ##"\`code\`"##),
      ("line\n# next", ##"line⏎\# next"##), ("===", ##"\==="##), ("&lt;", ##"\&lt;"##),
      ("www.example.com", ##"www\.example.com"##), ("  indented", "indented"),
      ("![i](x)", ##"\!\[i\](x)"##), ("@all *b* _i_ ~s~", ##"\@all \*b\* \_i\_ \~s\~"##),
      ("\\| x", ##"\\\| x"##), ("a |\u{301} b", "a \\|\u{301} b"),
      ("`\u{301}code`\u{308}", "\\`\u{301}code\\`\u{308}"), ("<\u{20DD}b>", "\\<\u{20DD}b\\>"),
      ("http:/\u{301}/e", "http:/\u{301}/e"), ("http://\u{301}e.com", "http\\://\u{301}e.com"),
      ("www.\u{301}e.com", "www\\.\u{301}e.com"), ("#\u{FE0F}\u{20E3} x", "\\#\u{FE0F}\u{20E3} x"),
      ("-\u{301} item", "\\-\u{301} item"), ("1.\u{301} one", "1.\u{301} one"),
      ("[\u{93C}x](y)", "\\[\u{93C}x\\](y)"), ("می\u{200C}خواهم | x", "می\u{200C}خواهم \\| x"),
    ])
  func inline(text: String, markdown: String) {
    #expect(MarkdownText.inline(text) == markdown)
  }

  @Test("A code span's fence is longer than any within")
  func code() {
    #expect(MarkdownText.code("pdca check SALES-1") == "`pdca check SALES-1`")
    #expect(MarkdownText.code("a ``b`` c") == "``` a ``b`` c ```")
    #expect(
      MarkdownText.code("a `\u{301}`b") == "``` a `\u{301}`b ```".replacing("```", with: "``"))
  }

  @Test("A hostile issue stays one item of a list, a hostile KPI one row of a table")
  func hostile() {
    var material = ReviewExamples.material()
    material.issues = [ReviewExamples.issue("x\n## Forged | <b>y</b>")]
    let kpi = ReviewExamples.kpi([1, 2], name: "a | b\n| c")
    let markdown = ReviewWords(
      ReviewExamples.report(material, kpis: [kpi]), .english
    ).document.markdown
    let lines = markdown.split(separator: "\n").map(String.init)
    #expect(
      lines.contains(##"- SALES-I4 x⏎\#\# Forged \| \<b\>y\</b\> (to executive)"##))
    #expect(
      lines.contains(
        ##"| a \| b⏎\| c (SALES/hours) | 2 hours | 2026-11-16 | 10 hours | – | – |"##))
    #expect(
      lines.filter { $0.hasPrefix("#") } == [
        "# Week 47 of 2026 (16–22 November)", "## Lessons", "## KPIs", "## Cycles", "## Actions",
        "## Decisions", "## Issues", "## Training", "## Recorded late",
        "## Also worth a look", "## Next steps",
      ])
  }
}

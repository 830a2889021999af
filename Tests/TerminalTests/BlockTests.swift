import Terminal
import Testing

@Suite struct BlockTests {
  @Test("Values stand in one column and wrap under themselves")
  func keyValue() {
    var block = KeyValueBlock()
    block.add("Owner", "田中")
    block.add("問題", "提案書の作成に時間がかかる")
    #expect(
      block.lines(Layout(width: 21)) == [
        "Owner  田中", "問題   提案書の作成に", "       時間がかかる",
      ])
  }

  @Test("Bullets and numbers hang")
  func lists() {
    let layout = Layout(width: 12)
    #expect(layout.bullets(["one two three", "四"]) == ["- one two", "  three", "- 四"])
    #expect(layout.numbered(["a", "b"], indent: 2) == ["  1. a", "  2. b"])
  }

  @Test("Headings are bold only in color; paragraphs keep their lines")
  func prose() {
    #expect(Layout().heading("Signals") == ["Signals"])
    #expect(
      Layout(style: Style(isColored: true)).heading("Signals") == ["\u{1B}[1mSignals\u{1B}[0m"])
    #expect(Layout(width: 9).paragraph("a b\n\nc", indent: 2) == ["  a b", "", "  c"])
  }
}

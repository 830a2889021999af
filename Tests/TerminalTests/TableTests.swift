import Terminal
import Testing

@Suite struct TableTests {
  private func sample() -> Table {
    var table = Table([
      .init("Id"), .init("Title", priority: -1), .init("Hours", align: .decimal, priority: 1),
    ])
    table.add([Cell("SALES-12", .id), "提案書の作成時間を減らす", "12.5"])
    table.add(["HR-3", "Onboarding", "7"])
    table.add(["HR-14", "ﾊﾞｯﾁ処理", "1,003.25"])
    return table
  }

  @Test("Columns line up under Japanese text, numbers on their points")
  func aligned() {
    #expect(
      sample().lines(Layout()) == [
        "Id        Title                        Hours",
        "SALES-12  提案書の作成時間を減らす     12.5",
        "HR-3      Onboarding                    7",
        "HR-14     ﾊﾞｯﾁ処理                  1,003.25",
      ])
  }

  @Test("The column of the lowest priority gives way first")
  func shrinks() {
    #expect(
      sample().lines(Layout(width: 34)) == [
        "Id        Title              Hours",
        "SALES-12  提案書の作成…      12.5",
        "HR-3      Onboarding          7",
        "HR-14     ﾊﾞｯﾁ処理        1,003.25",
      ])
  }

  @Test("Below the minimum widths each row stands in a block of its own")
  func stacked() {
    #expect(
      sample().lines(Layout(width: 6 + 2 + 6 + 2 + 6)).map { displayWidth($0) }.max() == 22)
    #expect(
      sample().lines(Layout(width: 20)) == [
        "SALES-12", "  Title  提案書の作", "         成時間を減", "         らす", "  Hours  12.5",
        "HR-3", "  Title  Onboarding", "  Hours  7", "HR-14", "  Title  ﾊﾞｯﾁ処理",
        "  Hours  1,003.25",
      ])
  }

  @Test("A wrapping column goes on below, and its neighbors stay in place")
  func wraps() {
    var table = Table([.init("Problem", overflow: .wrap), .init("n", align: .right, priority: 1)])
    table.add(["提案に時間がかかる", "3"])
    #expect(table.lines(Layout(width: 13)) == ["Problem     n", "提案に時間  3", "がかかる"])
  }

  @Test("Color changes nothing but the color, and no space is colored")
  func colored() {
    let layout = Layout(style: Style(isColored: true))
    let lines = sample().lines(layout)
    #expect(lines[1].hasPrefix("\u{1B}[36mSALES-12\u{1B}[0m  提案書"))
    #expect(lines.map(withoutColor) == sample().lines(Layout()))
  }

  @Test("Missing cells are empty and stored text can't break the row")
  func hostile() {
    var table = Table([.init("A"), .init("B")])
    table.add(["x\n\u{1B}[2Jy"])
    #expect(table.lines(Layout()) == ["A        B", "x⏎␛[2Jy"])
  }

  private func withoutColor(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9]*m/, with: "")
  }
}

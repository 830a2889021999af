import Terminal
import Testing

@Suite struct WrappingTests {
  @Test("English breaks at spaces, and spaces at a break disappear")
  func english() {
    #expect(
      Fitting.wrap("Plan the change, then check  SALES-12 again.", width: 16) == [
        "Plan the change,", "then check", "SALES-12 again.",
      ])
  }

  @Test("Japanese breaks anywhere, but no line starts with a full stop or a closing bracket")
  func kinsokuStart() {
    #expect(Fitting.wrap("提案書を作成する。", width: 16) == ["提案書を作成す", "る。"])
    #expect(Fitting.wrap("計画（案）を見直す", width: 8) == ["計画", "（案）を", "見直す"])
    #expect(Fitting.wrap("サーバー移行", width: 6) == ["サー", "バー移", "行"])
  }

  @Test("No line ends with an opening bracket")
  func kinsokuEnd() {
    #expect(Fitting.wrap("目標は「三割減」です", width: 8) == ["目標は", "「三割", "減」です"])
  }

  @Test("Words inside Japanese stay whole")
  func mixed() {
    #expect(
      Fitting.wrap("次のKPIはproposal-hoursです", width: 14) == ["次のKPIは", "proposal-hours", "です"])
  }

  @Test("A word wider than the line is cut, and line breaks in the text stay")
  func overlong() {
    #expect(Fitting.wrap("abcdefghij xy", width: 4) == ["abcd", "efgh", "ij", "xy"])
    #expect(Fitting.wrap("a\n\nb", width: 4) == ["a", "", "b"])
    #expect(Fitting.wrap("日本", width: 1) == ["日", "本"])
    #expect(Fitting.wrap("", width: 4) == [""])
  }

  @Test("Lines after the first hang")
  func hanging() {
    #expect(Fitting.wrap("one two three", width: 8, hanging: 2) == ["one two", "  three"])
  }

  @Test("No line is wider than asked and no character but spaces is lost")
  func property() {
    let seed = SeededGenerator.printedSeed("Wrapping")
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("ab 、。「」（）日本ー語ﾊﾞ-👨‍👩‍👧‍👦")
    for _ in 0..<1000 {
      let count = Int.random(in: 0...40, using: &generator)
      let text = String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
      let width = Int.random(in: 2...20, using: &generator)
      let lines = Fitting.wrap(text, width: width)
      #expect(lines.allSatisfy { displayWidth($0) <= width }, "seed \(seed): \(text)")
      #expect(
        lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "seed \(seed): \(text)")
    }
  }
}

import Tables
import TestSupport
import Testing

@Suite struct CSVWriterTests {
  @Test("Fields are quoted where they must be")
  func quotes() {
    #expect(
      CSVWriter().record(["a", "b,c", "d\"e", "f\ng", " h", "", "提案"])
        == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",,提案\r\n")
    #expect(CSVWriter().record([""]) == "\"\"\r\n")
  }

  @Test("What a spreadsheet would run is guarded when asked, numbers never")
  func formulas() {
    let fields = ["=1+1", "+81 3", "-3.5", "+2e5", "@x", "-a", "\tx", "＝A1", "a=b", "-"]
    #expect(
      CSVWriter(guardFormulas: true).record(fields)
        == "'=1+1,'+81 3,-3.5,+2e5,'@x,'-a,'\tx,'＝A1,a=b,'-\r\n")
    #expect(CSVWriter().record(["=1+1"]) == "=1+1\r\n")
  }

  @Test("What is written reads back")
  func roundTrip() {
    var generator = SeededGenerator.printed()
    let alphabet = Array("a,\"\n\r =あ")
    for _ in 0..<1000 {
      let fields = (0..<3).map { place in
        let count = Int.random(in: 0...5, using: &generator)
        return (place == 2 ? "." : "")
          + String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
      }
      let text = CSVWriter().record(fields)
      let read = RowReader.rows(of: Array(text.utf8))
      #expect(read == [.record(line: 1, fields: fields)], "\(fields)")
    }
  }
}

import Terminal
import Testing

@Suite struct StyleTests {
  private func isColored(
    _ choice: ColorChoice = .auto, terminal: Bool = true, _ environment: [String: String] = [:]
  ) -> Bool {
    Style(choice: choice, isTerminal: terminal, environment: environment).isColored
  }

  @Test("Color needs a terminal that isn't dumb and no NO_COLOR")
  func auto() {
    #expect(isColored())
    #expect(isColored(["NO_COLOR": ""]))
    #expect(!isColored(["NO_COLOR": "1"]))
    #expect(!isColored(["TERM": "dumb"]))
    #expect(!isColored(terminal: false))
  }

  @Test("CLICOLOR_FORCE demands color, NO_COLOR still forbids it, --color decides over both")
  func forced() {
    #expect(isColored(terminal: false, ["CLICOLOR_FORCE": "1"]))
    #expect(!isColored(terminal: false, ["CLICOLOR_FORCE": "0"]))
    #expect(!isColored(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
    #expect(isColored(.always, terminal: false, ["NO_COLOR": "1"]))
    #expect(!isColored(.never, ["CLICOLOR_FORCE": "1"]))
  }

  @Test("Good, bad and warning say so without color too")
  func symbols() {
    #expect(Style.plain.marked(.good, "met") == "✓ met")
    #expect(Style.plain.marked(.bad, "missed") == "✗ missed")
    #expect(Style.plain.marked(.warn, "late") == "! late")
    #expect(Style.plain.marked(.id, "SALES-12") == "SALES-12")
    #expect(Style(isColored: true).marked(.bad, "missed") == "\u{1B}[31m✗ missed\u{1B}[0m")
  }

  private func isColored(_ environment: [String: String]) -> Bool {
    isColored(.auto, terminal: true, environment)
  }
}

import Bilingual
import Terminal
import Testing

@Suite(.serialized) struct PromptKeyTests {
  private static let keys = [
    PromptKey("d", Phrase(en: "done", ja: "完了")), PromptKey("c", Phrase(en: "carry", ja: "持ち越し")),
    .enter(Phrase(en: "later", ja: "後で")),
  ]

  /// Runs the questions against typed keys; returns what the person saw.
  private func dialog(
    _ typed: String, _ language: Language = .english, _ questions: (Prompt) throws -> Void
  ) throws -> String {
    let terminal = Channel.terminal()
    defer { terminal.close() }
    terminal.type(typed)
    try questions(
      Prompt(language: language, noInput: false, input: terminal.far, output: terminal.far))
    return terminal.written()
  }

  @Test("One key answers without a line's end, and its meaning is shown")
  func one() throws {
    let seen = try dialog("dC\n") { (prompt) throws in
      #expect(try prompt.key("Train", Self.keys) == "d")
      #expect(try prompt.key("", Self.keys) == "c")
      #expect(try prompt.key("", Self.keys) == "\n")
    }
    let line = "d done  c carry  Enter later: "
    #expect(seen == "Train  \(line)done\n\(line)carry\n\(line)later\n")
  }

  @Test("A key of full width counts, and another one is told of")
  func wide() throws {
    let seen = try dialog("xｃ", .japanese) { (prompt) throws in
      #expect(try prompt.key("", Self.keys) == "c")
    }
    let line = "d 完了  c 持ち越し  Enter 後で: "
    #expect(seen == "\(line)\n  上の3つのキーのいずれかで答えてください。\n\(line)持ち越し\n")
  }

  @Test("A question mark shows the help, and lines are typed after keys as ever")
  func help() throws {
    let seen = try dialog("?dTrain\n") { (prompt) throws in
      #expect(try prompt.key("", Self.keys, help: ["One key."]) == "d")
      #expect(try prompt.ask("What") == "Train")
    }
    #expect(seen.contains("  One key.\n"))
    #expect(seen.hasSuffix("done\nWhat: "))
  }

  @Test("The end of the input cancels")
  func end() throws {
    _ = try dialog("\u{4}") { (prompt) throws in
      #expect(throws: PromptFault.cancelled) { try prompt.key("", Self.keys) }
    }
  }
}

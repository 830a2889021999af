import Bilingual
import Glibc
import Terminal
import Testing

@Suite(.serialized) struct PromptTests {
  /// Runs the questions against typed lines; returns what the person saw.
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

  @Test("An answer is trimmed, an empty one takes the default")
  func ask() throws {
    let seen = try dialog("  提案 \n\n") { (prompt) throws in
      #expect(try prompt.ask("Title") == "提案")
      #expect(try prompt.ask("Owner", default: "田中") == "田中")
    }
    #expect(seen == "Title: Owner [田中]: ")
  }

  @Test("A refused answer is asked for again, with the reason")
  func validation() throws {
    let seen = try dialog("\nx\n7\n") { (prompt) throws in
      let number: Int = try prompt.ask("Hours") {
        Int($0).map(Judgment.accepted) ?? .refused("Not a number.")
      }
      #expect(number == 7)
    }
    #expect(seen == "Hours:   An answer is needed.\nHours:   Not a number.\nHours: ")
  }

  @Test("A reason of several lines stands below its question, every line indented")
  func reasonLines() throws {
    let seen = try dialog("x\n7\n") { (prompt) throws in
      let number: Int = try prompt.ask("Hours") {
        Int($0).map(Judgment.accepted) ?? .refused("Not a number.\n  See:  pdca kpi list")
      }
      #expect(number == 7)
    }
    #expect(seen == "Hours:   Not a number.\n    See:  pdca kpi list\nHours: ")
  }

  @Test("Options are chosen by number, fullwidth too")
  func choose() throws {
    let seen = try dialog("３\n２\n", .japanese) { (prompt) throws in
      #expect(try prompt.choose("部署", from: ["営業", "人事"]) == 1)
    }
    #expect(seen == "  1. 営業\n  2. 人事\n部署:   1〜2 の番号で答えてください。\n部署: ")
  }

  @Test("The end of the input cancels, bytes that aren't UTF-8 are asked for again")
  func endOfInput() throws {
    _ = try dialog("\u{4}") { (prompt) throws in
      #expect(throws: PromptFault.cancelled) { try prompt.ask("Title") }
    }
    let pipe = Channel.pipe()
    let screen = Channel.pipe()
    defer { for channel in [pipe, screen] { channel.close() } }
    let bytes: [UInt8] = [0xFF, 0x0A, 0x6F, 0x6B, 0x0A]
    #expect(write(pipe.far, bytes, bytes.count) == 5)
    let prompt = Prompt(
      language: .english, isInteractive: true, input: pipe.near, output: screen.far)
    #expect(try prompt.ask("Title") == "ok")
    #expect(screen.written() == "Title:   The input is not valid UTF-8. Type it again.\nTitle: ")
  }

  @Test("Ctrl-C ends the question, not the process, and exits 130")
  func interrupt() throws {
    let terminal = Channel.terminal()
    defer { terminal.close() }
    let prompt = Prompt(
      language: .english, noInput: false, input: terminal.far, output: terminal.far)
    run("sleep 0.3; kill -INT \(getpid())")
    #expect(throws: PromptFault.interrupted) { try prompt.ask("Title") }
    #expect(PromptFault.interrupted.exitCode.rawValue == 130)
  }

  @Test("Without a person, or with --no-input, nothing is asked")
  func notInteractive() throws {
    let pipe = Channel.pipe()
    let terminal = Channel.terminal()
    defer { for channel in [pipe, terminal] { channel.close() } }
    for (noInput, output) in [(false, pipe.far), (true, terminal.far)] {
      let prompt = Prompt(
        language: .english, noInput: noInput, input: terminal.far, output: output)
      #expect(throws: PromptFault.notInteractive) { try prompt.choose("Which", from: ["a"]) }
    }
    #expect(terminal.written() == "")
    #expect(PromptFault.notInteractive.exitCode == .usage)
  }
}

import ArgumentParser
import Bilingual
import CivilTime
import EventLog
import Glibc
import Office
import Orders
import Terminal

/// Tells the example's lines to the very commands that a person would give them to.
struct ExampleTelling {
  let story: ExampleStory

  /// In an organization that was founded just now.
  func tell(at office: Office) throws {
    let silence = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(silence) }
    let console = Console(output: silence, errors: silence)
    for line in story.lines {
      // Each line is a command of its own, though one process tells them all.
      let id = "\(CommandID.given(at: .now()))"
      let words = line + ["--no-input", "--lang", story.language.rawValue, "--command-id", id]
      guard let command = try PDCA.parseAsRoot(words) as? any DeskCommand else { continue }
      try tell(command, Answer(command.global, console: console), office)
    }
  }

  private func tell(
    _ command: some DeskCommand, _ answer: Answer, _ office: Office
  ) throws {
    let office = try office.again(
      at: .now(), as: command.opening(of: nil), firstGivenAt: Repetition.firstGivenAt,
      ahead: { answer.noteRepair(of: $0) })
    try command.run(wherever: Desk(office, answer, try Configuration()))
    // What it looked at last, to tell it.
    try office.rest()
  }
}

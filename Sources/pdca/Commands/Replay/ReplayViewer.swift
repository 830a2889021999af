import Bilingual
import Office
import Terminal

/// Shows a replay one step at a time to a person at a terminal.
struct ReplayViewer {
  private let subject: ReplaySubject
  private let steps: [ReplayStep]
  private let desk: Desk
  private var answer: Answer { desk.answer }

  /// Where a person wants to go.
  private enum Move: Sendable {
    case to(Int)
    case quit
  }

  init(_ subject: ReplaySubject, _ steps: [ReplayStep], _ desk: Desk) {
    self.subject = subject
    self.steps = steps
    self.desk = desk
  }

  /// Ends after the last step, at `q`, or at the end of the input.
  func run() throws {
    if let line = answer.moment?.line { answer.console.line(line) }
    var place = 0
    while steps.indices.contains(place) {
      show(place)
      do {
        guard case .to(let next) = try ask(place) else { return }
        place = next
      } catch PromptFault.cancelled { return }
    }
    answer.console.line(answer.say("That was the last event.", "これが最後の記録です。"))
  }

  private func show(_ place: Int) {
    answer.console.line()
    answer.console.lines(
      answer.layout.heading(
        answer.say(
          "\(subject): \(place + 1) of \(steps.count)", "\(subject): \(place + 1) / \(steps.count)")
      ))
    answer.console.lines(steps[place].lines(desk))
    answer.console.flush()
  }

  private func ask(_ place: Int) throws -> Move {
    let question = answer.say(
      "Enter or n: next, p: back, a number: that step, q: end",
      "Enter または n: 次へ、p: 前へ、番号: その記録へ、q: 終了")
    return try answer.prompt.ask(question, default: "n") { typed in
      switch typed.lowercased() {
      case "n", "next", "ｎ": return .accepted(.to(place + 1))
      case "p", "back", "ｐ": return .accepted(.to(max(0, place - 1)))
      case "q", "quit", "ｑ": return .accepted(.quit)
      default: break
      }
      guard let number = Int(typed.halfWidth), steps.indices.contains(number - 1) else {
        return .refused(
          answer.say(
            "Type n, p, q or a number from 1 to \(steps.count).",
            "n、p、q、または 1〜\(steps.count) の番号を入力してください。"))
      }
      return .accepted(.to(number - 1))
    }
  }
}

import Bilingual
import Office
import Presentation
import Terminal

extension GuardReport {
  func lines(_ answer: Answer) -> [String] {
    let verdict =
      isSound
      ? answer.say("as this program makes them", "この版の pdca が作るとおり")
      : answer.say("CHANGED", "変更あり")
    let head = answer.say("Guards", "保護機構") + "  " + verdict
    return [head]
      + (findings.map { $0.words(answer.language) } + [ownership(answer)])
      .flatMap { answer.layout.paragraph(safe($0), indent: 2) }
  }

  private func ownership(_ answer: Answer) -> String {
    let others = mayActAsOwner.joined(separator: answer.say(", ", "、"))
    return mayActAsOwner.isEmpty
      ? answer.say("The log belongs to \(owner).", "ログの所有者は \(owner) です。")
      : answer.say(
        "The log belongs to \(owner); as owner may act: \(others). None of them is bound by guards.",
        "ログの所有者は \(owner) です。所有者として操作できる: \(others)。いずれも保護機構の制約を受けません。")
  }
}

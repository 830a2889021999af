import Bilingual
import CanonicalJSON
import Office
import Proof
import Terminal

extension VerificationReport {
  /// Faults that are told one by one.
  private static let shown = 10

  func json(_ language: Language) -> JSON {
    [
      "department": .string(department), "events": JSON(finding.size),
      "root": .string(Base64.encode(finding.root)), "sound": .bool(isSound),
      "checkpoints": .array(compared.map { JSON($0) }),
      "trouble": JSON(trouble?.refused(language)),
      "faultCount": JSON(finding.faultCount),
      "faults": .array(finding.faults.map { fault($0, language) }),
      "redacted": .array(
        finding.redacted.sorted { $0.key < $1.key }.map {
          ["position": JSON($0.key), "by": JSON($0.value)]
        }),
    ]
  }

  private func fault(_ fault: LogFault, _ language: Language) -> JSON {
    [
      "position": JSON(fault.position), "problem": .string(fault.reason.code),
      "text": .string(fault.words(in: department)(language)),
    ]
  }

  func lines(_ answer: Answer) -> [String] {
    let faults = finding.faults.prefix(Self.shown).map { $0.words(in: department)(answer.language) }
    let more = finding.faultCount - faults.count
    let rest = more > 0 ? [answer.say("and \(more) more.", "ほか \(more) 件。")] : []
    let remarks = [trouble?.refused(answer.language)].compactMap(\.self) + faults + rest
    return [heading(answer)] + remarks.flatMap { answer.layout.paragraph($0, indent: 2) }
      + (isSound ? answer.layout.paragraph(basis(answer), indent: 2) : [])
  }

  private func heading(_ answer: Answer) -> String {
    let count = finding.size
    let events = answer.say(count == 1 ? "1 event" : "\(count) events", "\(count) 件")
    let verdict = isSound ? answer.say("unchanged", "変更なし") : answer.say("CHANGED", "変更あり")
    return "\(department)  \(events)  \(verdict)  \(Base64.encode(finding.root))"
  }

  /// What the verdict rests on.
  private func basis(_ answer: Answer) -> String {
    let redacted = finding.redacted.count
    let erased =
      redacted == 0 ? "" : answer.say(" \(redacted) redacted.", "墨消し \(redacted) 件。")
    guard let last = compared.last else {
      return answer.say(
        "No checkpoint of it is kept: were it cut short or written anew, nobody could tell.",
        "チェックポイントの保管がないため、末尾の削除や全体の書き直しは検出できません。") + erased
    }
    let count = compared.count
    return answer.say(
      "As \(count == 1 ? "the checkpoint" : "the \(count) checkpoints") kept, "
        + "the last of \(last) events.",
      "保管されたチェックポイント \(count) 件と一致 (最新は \(last) 件時点)。") + erased
  }
}

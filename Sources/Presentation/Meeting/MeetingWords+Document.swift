import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Reviews
import Shapes
import Terminal
import Wording

/// The meeting where nobody can be asked: what there is to say, with the commands that say it.
extension MeetingWords {
  package var document: Document {
    Document(
      language: language, title: title, subtitle: standing, lead: lead,
      sections: [worsening, promises, changes, decisions, lessons, end].filter {
        !$0.blocks.isEmpty
      })
  }

  private var id: String { "\(agenda.review)" }

  private var standing: String {
    guard let act = agenda.act else { return say("\(id) is not open.", "\(id) は未開始です。") }
    return act.closedAt == nil
      ? say("\(id) is open.", "\(id) は開催中です。") : say("\(id) is closed.", "\(id) は終了しています。")
  }

  private func section(_ part: MeetingPart, _ blocks: [DocumentBlock]) -> DocumentSection {
    DocumentSection(title: title(of: part), blocks: blocks)
  }

  private var worsening: DocumentSection {
    section(
      .worsening,
      agenda.worsening.flatMap { matter -> [DocumentBlock] in
        [
          .paragraph(sentences(on: matter).joined(separator: say(" ", ""))),
          .commands(agenda.report.steps(on: matter).prefix(1).map(words.command)),
        ]
      })
  }

  private var promises: DocumentSection {
    section(
      .promises,
      agenda.promises.flatMap { promise -> [DocumentBlock] in
        [.paragraph(sentence(on: promise)), .commands(commands(on: promise))]
      } + going)
  }

  private var going: [DocumentBlock] {
    let going = agenda.goingOn
    guard !going.isEmpty else { return [] }
    let last = going.map(agenda.keptDay).max() ?? agenda.next
    let ids = going.map { "\($0.id)" }.joined(separator: " ")
    return [
      .list(going.map { sentence(on: $0) }),
      .commands([
        DocumentCommand(
          label: say("They stay as they are", "このまま継続する"),
          command: "pdca review carry \(id) \(ids) --due \(last) --reason \(reason)")
      ]),
    ]
  }

  private var reason: String { say("\"<why>\"", "\"<理由>\"") }
  private var account: String { say("<account>", "<アカウント>") }

  private func commands(on promise: MeetingPromise) -> [DocumentCommand] {
    switch promise {
    case .decision(let decision, let isOwed):
      let day = agenda.nextDay(of: decision)
      let carry =
        isOwed
        ? "pdca review carry \(id) \(decision.id) --due \(day) --reason \(reason)"
        : "pdca review amend \(decision.id) --due \(day) --reason \(reason)"
      return [
        command(.done, "pdca review done \(decision.id)"), command(.carry, carry),
        command(
          .hand,
          "pdca review amend \(decision.id) --owner \(taker(decision.owner, decision.id.review.department)) "
            + "--reason \(reason)"),
        command(.withdraw, "pdca review withdraw \(decision.id) --reason \(reason)"),
      ]
    case .cycle(let cycle) where cycle.status == .checked:
      return [
        command(.decide, "pdca act \(cycle.id) adopt|adapt|abandon \(reason)")
      ]
    case .cycle(let cycle):
      return [
        command(.check, "pdca check \(cycle.id)"),
        command(.carry, "pdca amend \(cycle.id) --due \(agenda.next) --reason \(reason)"),
        command(
          .hand,
          "pdca amend \(cycle.id) --owner \(taker(cycle.owner, cycle.department)) --reason \(reason)"
        ),
        command(.withdraw, "pdca cancel \(cycle.id) --reason \(reason)"),
      ]
    case .issue(let issue):
      return [
        command(
          .decide,
          say(
            "pdca issue decide \(issue.id) \"<decision>\"",
            "pdca issue decide \(issue.id) \"<決定事項>\""))
      ]
    }
  }

  private func taker(_ owner: Account?, _ department: DepartmentCode) -> String {
    agenda.successor(of: owner, in: department).map { "\($0)" } ?? account
  }

  private func command(_ key: PromptKey, _ command: String) -> DocumentCommand {
    DocumentCommand(label: key.meaning(language), command: command)
  }

  private var changes: DocumentSection {
    let changes = agenda.changes
    guard !changes.isEmpty else { return section(.changes, []) }
    return section(
      .changes,
      [
        .list(changes.map { sentence(on: $0) }),
        .commands([
          command(
            .noteAll,
            "pdca review acknowledge \(id) --all --note \(say("\"<note>\"", "\"<見解>\""))")
        ]),
      ])
  }

  private var decisions: DocumentSection {
    section(
      .decisions,
      [
        .commands([
          command(
            .decide,
            "pdca review decide \(id) \(say("\"<decision>\"", "\"<決定事項>\"")) --owner \(account) --due +2w"
          )
        ])
      ])
  }

  private var lessons: DocumentSection {
    section(
      .lessons,
      agenda.lessons.isEmpty
        ? []
        : [
          .commands(
            agenda.lessons.map {
              DocumentCommand(
                label: sentence(on: $0), command: "pdca lesson validate \($0.id)")
            })
        ])
  }

  private var end: DocumentSection {
    let command =
      agenda.act == nil ? "pdca review open \(id)" : "pdca review close \(id)"
    let label = agenda.act == nil ? say("Open it first", "最初に開始する") : say("Close it", "終了する")
    return section(
      .closing,
      [.paragraph(closing), .commands([DocumentCommand(label: label, command: command)])])
  }

  package var json: JSON {
    [
      "review": JSON(id), "isOpen": JSON(agenda.act.map { $0.closedAt == nil } ?? false),
      "lead": JSON(lead),
      "worsening": .array(
        agenda.worsening.map { matter in
          json(
            "\(matter.kpi.reference)", sentences(on: matter).joined(separator: say(" ", "")),
            agenda.report.steps(on: matter).map { $0.command(language) })
        }),
      "promises": .array(
        agenda.promises.map { json($0.about, sentence(on: $0), commands(on: $0).map(\.command)) }),
      "goingOn": .array(
        agenda.goingOn.map { json("\($0.id)", sentence(on: $0), []) }),
      "changes": .array(
        agenda.changes.map {
          json(
            "\($0.kpi.reference)", sentence(on: $0), [ReviewStep.acknowledge($0).command(language)])
        }),
      "lessons": .array(
        agenda.lessons.map {
          json("\($0.id)", sentence(on: $0), ["pdca lesson validate \($0.id)"])
        }),
      "canClose": JSON(agenda.isOver && agenda.isSettled && agenda.act?.closedAt == nil),
    ]
  }

  private func json(_ about: String, _ sentence: String, _ commands: [String]) -> JSON {
    ["about": JSON(about), "sentence": JSON(sentence), "commands": JSON(commands)]
  }
}

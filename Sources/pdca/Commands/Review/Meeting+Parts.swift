import CivilTime
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Terminal

/// The parts of a meeting but for what was promised.
extension Meeting {
  func goThroughMatters() throws {
    guard !agenda.worsening.isEmpty else { return }
    begin(.worsening)
    for matter in agenda.asked {
      tell(words.sentences(on: matter))
      show([""] + TextChart.lines(words.picture(of: matter), desk.answer.layout) + [""])
      try settle(matter)
    }
    for matter in agenda.named { tell(words.sentences(on: matter)) }
  }

  private func settle(_ matter: ReviewMatter) throws {
    while try key([.decide, .later, .leave]) == PromptKey.decide.key {
      let reference = matter.kpi.reference
      guard
        let (made, text) = try decide(
          about: "\(reference)", for: agenda.report.sponsor(of: matter))
      else { continue }
      try note(matter.pending.map(\.open), words.noted(text, as: made))
      return
    }
  }

  /// One note on several changes.
  @discardableResult
  private func note(_ signals: [OpenSignal], _ note: String) throws -> Bool {
    guard !signals.isEmpty else { return true }
    let isRecorded = try record(in: id.department) { office, order in
      _ = try office.acknowledge(signals, note: note, order)
    }
    if isRecorded { noted.formUnion(signals) }
    return isRecorded
  }

  func goThroughChanges() throws {
    let changes = agenda.changes.filter { !noted.contains($0.open) }
    guard !changes.isEmpty else { return }
    begin(.changes)
    show(desk.answer.layout.bullets(changes.map { Cell(words.sentence(on: $0)) }))
    while true {
      switch try key([.noteAll, .noteEach, .later, .leave]) {
      case PromptKey.noteAll.key:
        let text = try text(say("What you make of it", "見解"), default: words.noted)
        if try note(changes.map(\.open), text) { return }
      case PromptKey.noteEach.key:
        for change in changes where !noted.contains(change.open) {
          let text = try text(words.sentence(on: change), default: words.noted)
          try note([change.open], text)
        }
        return
      default: return
      }
    }
  }

  func makeDecisions() throws {
    begin(.decisions)
    while try key([.decide, .goOn, .leave]) == PromptKey.decide.key {
      _ = try decide(about: nil, for: nil)
    }
  }

  func goThroughLessons() throws {
    let lessons = agenda.lessons(for: desk.setting.actor, among: desk.setting.people)
    guard !lessons.isEmpty else { return }
    begin(.lessons)
    for lesson in lessons {
      tell([words.sentence(on: lesson)])
      while try key([.validate, .later, .leave]) == PromptKey.validate.key {
        let isRecorded = try record(in: lesson.department) { office, order in
          _ = try office.record(.validate(note: nil), on: lesson.id, order)
        }
        if isRecorded { break }
      }
    }
  }

  func close() throws {
    begin(.closing)
    let office = try desk.office.again(at: .now())
    let left = try office.agenda(of: id)
    tell([MeetingWords(left, desk.answer.language).closing])
    guard left.canClose else { throw Left() }
    guard try key([.close, .leaveOpen]) == PromptKey.close.key else { return }
    let isClosed = try record(in: id.department) { office, order in
      _ = try office.close(id, order)
    }
    guard isClosed else { throw Left() }
    tell([say("\(id) is closed.", "\(id) を終了しました。")])
    desk.sealing(id.department)
  }
}

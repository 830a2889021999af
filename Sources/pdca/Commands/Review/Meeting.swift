import CivilTime
import Domain
import EventLog
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Terminal

/// A review's meeting on a terminal: it asks, and records each answer as it is given. What was answered
/// stands, however the meeting ends.
final class Meeting {
  let desk: Desk
  let agenda: MeetingAgenda
  let words: MeetingWords
  /// Taken note of in this meeting.
  var noted: Set<OpenSignal> = []

  var id: ReviewID { agenda.review }
  var prompt: Prompt { desk.answer.prompt }

  /// The person wants to stop here.
  struct Left: Error {}

  init(_ agenda: MeetingAgenda, _ desk: Desk) {
    self.desk = desk
    self.agenda = agenda
    words = MeetingWords(agenda, desk.answer.language)
  }

  func hold() throws {
    try open()
    show(desk.answer.layout.heading(words.title) + desk.answer.layout.paragraph(safe(words.lead)))
    do {
      for part in MeetingPart.allCases { try goThrough(part) }
    } catch is Left {
      left()
    } catch PromptFault.cancelled {
      left()
    } catch PromptFault.interrupted {
      left()
      throw ExitStatus(code: .interrupted)
    }
  }

  private func goThrough(_ part: MeetingPart) throws {
    switch part {
    case .worsening: try goThroughMatters()
    case .promises: try goThroughPromises()
    case .changes: try goThroughChanges()
    case .decisions: try makeDecisions()
    case .lessons: try goThroughLessons()
    case .closing: try close()
    }
  }

  /// Opening is an act of its own; whoever holds an open review goes on with it.
  private func open() throws {
    if let act = agenda.act, act.closedAt == nil { return }
    _ = try desk.office.open(id, order(in: id.department))
  }

  private func left() {
    let command = MeetingWords.command(id)
    show([
      say(
        "The meeting is not over; what was answered is recorded. Go on with:  \(command)",
        "会議は途中です。ここまでの答えは記録されています。再開する:  \(command)")
    ])
  }

  // MARK: How it asks and records

  func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    desk.answer.say(en(), ja())
  }

  func show(_ lines: [String]) {
    let fitted =
      desk.answer.console.hasWidth
      ? FittedText.lines(lines, width: desk.answer.layout.width) : lines
    desk.answer.console.lines(fitted)
    desk.answer.console.flush()
  }

  func begin(_ part: MeetingPart) {
    show([""] + desk.answer.layout.heading(words.title(of: part)))
  }

  func tell(_ texts: [String]) { show(texts.flatMap { desk.answer.layout.paragraph(safe($0)) }) }

  /// One key; leaving is one of them where it is offered.
  func key(_ keys: [PromptKey]) throws -> Character {
    desk.answer.console.flush()
    let key = try prompt.key("", keys, help: words.help)
    if key == PromptKey.leave.key, keys.contains(.leave) { throw Left() }
    return key
  }

  func text(_ question: String, default fallback: String? = nil) throws -> String {
    desk.answer.console.flush()
    return try prompt.ask(question, default: fallback)
  }

  func account(_ question: String, default fallback: Account?) throws -> Account {
    desk.answer.console.flush()
    return try prompt.ask(question, default: fallback.map { "\($0)" }) { typed in
      Account(typed).map { .accepted($0) }
        ?? .refused(say("This is no account.", "アカウントとして読み取れません。"))
    }
  }

  func day(_ question: String, default fallback: String) throws -> LocalDate {
    desk.answer.console.flush()
    return try prompt.ask(question, default: fallback) { [desk] typed in
      do { return .accepted(try desk.due(typed, "--due")) } catch {
        return .refused(Failure(error).text(in: desk.answer.language))
      }
    }
  }

  func order(in department: DepartmentCode) -> Order {
    Order(department, commandID: .given(at: .now()))
  }

  /// Records an answer as of now. What a rule refuses is said, and the question comes again; whatever
  /// else fails ends the meeting.
  /// - Returns: whether it is recorded.
  func record(
    in department: DepartmentCode, _ body: (Office, Order) throws -> Void
  ) throws -> Bool {
    do {
      try body(try desk.office.again(at: .now()), order(in: department))
      return true
    } catch {
      let failure = Failure(error)
      guard [.usage, .rule, .staleVersion, .notPermitted].contains(failure.exitCode) else {
        throw error
      }
      desk.answer.console.note(failure.text(in: desk.answer.language))
      return false
    }
  }

  /// - Returns: the id of the decision; nil where it was refused.
  func decide(about subject: String?, for owner: Account?) throws -> (DecisionID, String)? {
    let decision = try text(say("Decision", "決定内容"))
    let owner = try account(
      say("Who sees to it", "責任者（アカウント）"), default: owner ?? desk.setting.actor)
    let due = try day(say("By when", "期限"), default: "+2w")
    var made: DecisionID?
    _ = try record(in: id.department) { office, order in
      made = try office.decide(
        decision, by: owner, due: due, about: subject, of: agenda.report, in: id, order
      ).id
    }
    guard let made else { return nil }
    tell([say("\(made) is decided.", "\(made) を記録しました。")])
    return (made, decision)
  }
}

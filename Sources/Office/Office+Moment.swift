import Bilingual
import CivilTime
import Domain
import EventLog
import ReadModels
import Tracker

extension Desk {
  /// The moment that the options name; nil for the present.
  func moment(for time: TimeOptions) throws -> Moment? {
    if time.isPresent { return nil }
    var moment = try time.asOf.map(recorded) ?? Moment(positions: heads())
    moment.trueBy = try time.effective.map { try begun($0, "--effective") }
    return moment
  }

  /// The same desk at that moment; inside a transaction that is rolled back.
  func at(_ moment: Moment) throws -> Desk {
    var setting = setting
    setting.now = moment.trueBy ?? moment.recorded?.at ?? setting.now
    return Desk(
      answer(stating: moment), configuration, moment,
      Tracker(session: session, setting: setting, past: try PastModels(moment.cut, in: session)))
  }

  /// An answer that says of when it is.
  func answer(stating moment: Moment) -> Answer {
    var answer = answer
    answer.moment = Answer.Stated(
      line: moment.line { self.moment($0) }(answer.language), json: moment.json)
    return answer
  }

  func recorded(_ text: String) throws -> Moment {
    if text.contains("@") { return try position(text) }
    if let id = ReviewID(text), LocalDate.parse(text, today: today) == nil {
      return try snapshot(id)
    }
    let instant = try begun(text, "--as-of")
    let positions = try positions(recordedBy: instant)
    if positions[setting.head] ?? 0 < 1 { throw try beforeFounding(text) }
    return Moment(recorded: .init(at: instant, name: .instant), positions: positions)
  }

  /// An instant that has come: one with offset, or the end of a date.
  private func begun(_ text: String, _ option: String) throws -> Instant {
    let instant: Instant
    if let exact = Instant(rfc3339: text) {
      instant = exact
    } else {
      guard let date = LocalDate.parse(text, today: today) else {
        throw MomentError.unreadable(option: option, text: text)
      }
      instant = date == today ? setting.now : setting.zone.end(of: date)
    }
    guard instant <= setting.now else {
      throw MomentError.ahead(option: option, text: text, now: moment(setting.now))
    }
    return instant
  }

  /// `SALES@120`: that department's prefix, and of the others what was recorded by then.
  private func position(_ text: String) throws -> Moment {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let position = Int(parts[1]), position > 0 else {
      throw MomentError.unreadable(option: "--as-of", text: text)
    }
    let home = try department(named: String(parts[0]))
    let reference = "\(home)@\(position)"
    guard let at = try LogReader.recordedAt(position, of: home.rawValue, in: session) else {
      throw MomentError.unknownPosition(reference, last: try heads()[home] ?? 0, department: home)
    }
    var positions = try positions(recordedBy: at)
    positions[home] = position
    return Moment(recorded: .init(at: at, name: .position(reference)), positions: positions)
  }

  /// What the review's reviewers looked at.
  func snapshot(_ asked: ReviewID) throws -> Moment {
    let id = ReviewID(try department(named: asked.department.rawValue), asked.period)
    guard let pinned = try tracker.pinned(id, upTo: heads()) else {
      let known = try tracker.read { try ReviewQueries.list(in: session).map { "\($0.id)" } }
      throw DeskError.unknown(.review, text: "\(id)", candidates: known)
    }
    return Moment(
      recorded: .init(at: pinned.takenAt, name: .review(id)), positions: pinned.snapshot.positions)
  }

  private func beforeFounding(_ text: String) throws -> MomentError {
    let founded = try LogReader.recordedAt(1, of: setting.head.rawValue, in: session)
    return .beforeFounding(text: text, founded: founded.map(moment) ?? "")
  }

  /// How far each department's log goes now.
  func heads() throws -> [DepartmentCode: Int] {
    keyed(try LogReader.departments(in: session))
  }

  func positions(recordedBy instant: Instant) throws -> [DepartmentCode: Int] {
    keyed(try LogReader.positions(recordedBy: instant, in: session))
  }

  private func keyed(_ positions: [String: Int]) -> [DepartmentCode: Int] {
    positions.reduce(into: [:]) { keyed, entry in
      if let code = DepartmentCode(entry.key) { keyed[code] = entry.value }
    }
  }
}

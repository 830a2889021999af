package import CivilTime
package import Domain
import EventLog
import Orders
import ReadModels
import Tracker

/// When to look, as a person says it.
package struct MomentRequest: Sendable {
  /// As recorded up to then: a date (its end), an instant with offset, a position (`SALES@120`) or
  /// a review (`SALES-2026-W47`). Nil for now.
  package var asOf: String?
  /// What was true by then, as known at the other: a date (its end), or an instant with offset.
  package var effective: String?

  package init(asOf: String? = nil, effective: String? = nil) {
    self.asOf = asOf
    self.effective = effective
  }

  package enum Part: Sendable { case asOf, effective }
}

extension Office {
  /// The moment asked for; nil for the present.
  package func moment(for request: MomentRequest) throws -> Moment? {
    if request.asOf == nil, request.effective == nil { return nil }
    var moment = try request.asOf.map(recorded) ?? Moment(positions: heads())
    moment.trueBy = try request.effective.map { try begun($0, .effective) }
    return moment
  }

  /// What had been recorded by then.
  package func recorded(_ text: String) throws -> Moment {
    if text.contains("@") { return try position(text) }
    if let id = ReviewID(text), LocalDate.parse(text, today: today) == nil {
      return try snapshot(id)
    }
    let instant = try begun(text, .asOf)
    let positions = try positions(recordedBy: instant)
    if positions[setting.head] ?? 0 < 1 { throw try beforeFounding(text) }
    return Moment(recorded: .init(at: instant, name: .instant), positions: positions)
  }

  /// An instant that has come: one with offset, or the end of a date.
  private func begun(_ text: String, _ part: MomentRequest.Part) throws -> Instant {
    guard let time = try? DateReader(today: today, zone: setting.zone).time(text) else {
      throw MomentError.unreadable(part, text: text)
    }
    let instant =
      switch time {
      case .instant(let exact): exact
      case .day(let date): date == today ? setting.now : setting.zone.end(of: date)
      }
    guard instant <= setting.now else {
      throw MomentError.ahead(
        part, text: text, now: setting.zone.localDateTime(at: setting.now))
    }
    return instant
  }

  /// `SALES@120`: that department's prefix, and of the others what was recorded by then.
  private func position(_ text: String) throws -> Moment {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let position = Int(parts[1]), position > 0 else {
      throw MomentError.unreadable(.asOf, text: text)
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
    guard let pinned = try self.pinned(id, upTo: heads()) else {
      let known = try tracker.read { view in
        try ReviewQueries.list(in: view).map { "\($0.id)" }
      }
      throw OfficeError.unknown(.review, text: "\(id)", candidates: known)
    }
    return Moment(
      recorded: .init(at: pinned.takenAt, name: .review(id)), positions: pinned.snapshot.positions)
  }

  private func beforeFounding(_ text: String) throws -> MomentError {
    let founded = try LogReader.recordedAt(1, of: setting.head.rawValue, in: session)
    return .beforeFounding(
      text: text, founded: founded.map { setting.zone.localDateTime(at: $0) })
  }

  /// How far each department's log goes now.
  package func heads() throws -> [DepartmentCode: Int] {
    keyed(try LogReader.departments(in: session))
  }

  package func positions(recordedBy instant: Instant) throws -> [DepartmentCode: Int] {
    keyed(try LogReader.positions(recordedBy: instant, in: session))
  }

  private func keyed(_ positions: [String: Int]) -> [DepartmentCode: Int] {
    positions.reduce(into: [:]) { keyed, entry in
      if let code = DepartmentCode(entry.key) { keyed[code] = entry.value }
    }
  }
}

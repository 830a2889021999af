import ArgumentParser
import Bilingual
import CivilTime
import Domain
import EventLog
import Postgres
import ReadModels
import Terminal
import Tracker

/// Where one command works: a session, the organization's setting, and a way to answer.
struct Desk {
  let session: Session
  let answer: Answer
  let tracker: Tracker
  let configuration: Configuration
  /// What is looked at instead of the present; nil for the present.
  let asOf: Moment?

  var setting: Setting { tracker.setting }
  /// The day that words such as `today` and `+2w` count from. For a command that is repeated it is
  /// the day on which it was first given, so that it says the same.
  var today: LocalDate {
    setting.zone.date(at: Repetition.firstGivenAt.map { min($0, setting.now) } ?? setting.now)
  }

  init(_ session: Session, _ answer: Answer, _ configuration: Configuration) throws {
    self.session = session
    self.answer = answer
    self.configuration = configuration
    asOf = nil
    try ProgramSchema.require(session)
    let setting = try Setting.load(from: session, at: .now()) { answer.noteRepair(of: $0) }
    tracker = Tracker(session: session, setting: setting)
  }

  /// The desk of a command that writes: what it begins with is read in one round trip, and what it
  /// reads until it writes is of one snapshot.
  init(writing session: Session, _ answer: Answer, _ configuration: Configuration) throws {
    self.session = session
    self.answer = answer
    self.configuration = configuration
    asOf = nil
    let snapshot = SharedSnapshot(of: session)
    let setting = try ProgramSchema.explaining(session) {
      try Setting.load(
        beginning: snapshot, at: .now(), premise: SchemaApplier.stateQuery,
        ahead: { answer.noteRepair(of: $0) }, onPremise: { try ProgramSchema.require($0) })
    }
    tracker = Tracker(session: session, setting: setting, snapshot: snapshot)
  }

  init(_ answer: Answer, _ configuration: Configuration, _ moment: Moment, _ tracker: Tracker) {
    session = tracker.session
    self.answer = answer
    self.configuration = configuration
    asOf = moment
    self.tracker = tracker
  }
}

/// A command that works at a desk. It says what it does; connecting, errors and the exit status
/// are the same for all.
protocol DeskCommand: AsyncParsableCommand, Sendable {
  var global: GlobalOptions { get }
  func run(at desk: Desk) throws
}

/// A command that records something: it reads, decides and then writes.
protocol WritingCommand: DeskCommand {}

extension DeskCommand {
  func run() async throws { await serve() }

  /// - Parameter companion: works meanwhile on connections of its own, and is cancelled at the end.
  func serve(beside companion: @escaping @Sendable (Premises) async -> Void = { _ in }) async {
    await Reception.serve(global) { answer in
      let configuration = try Configuration()
      let premises = try Premises.find(global, configuration)
      let hold = try premises.hold()
      let connection = try await premises.connect()
      let meanwhile = Task { await companion(premises) }
      defer { meanwhile.cancel() }
      try await connection.perform { session in
        let desk =
          self is any WritingCommand
          ? try Desk(writing: session, answer, configuration)
          : try Desk(session, answer, configuration)
        try run(wherever: desk)
      }
      await connection.close()
      hold?.release()
    }
  }

  /// At the moment that the options name, else at the present.
  private func run(wherever desk: Desk) throws {
    guard let reading = self as? any ReadingCommand, let moment = try desk.moment(for: reading.time)
    else { return try run(at: desk) }
    try desk.session.rehearsal { _ in try run(at: desk.at(moment)) }
  }
}

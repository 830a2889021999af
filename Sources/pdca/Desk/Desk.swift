import ArgumentParser
import CivilTime
import Domain
import Office
import OperatingSystem
import Orders

/// Where one command works: the office, as it was when the command looks, and a way to answer.
struct Desk {
  let office: Office
  let answer: Answer
  let configuration: Configuration
  private let book = NameBook()

  var setting: Setting { office.setting }
  var today: LocalDate { office.today }
  /// What people are called where people read.
  var names: PeopleNames { book.names(of: office) }
  /// What is looked at instead of the present; nil for the present.
  var asOf: Moment? { office.asOf }

  init(_ office: Office, _ answer: Answer, _ configuration: Configuration) {
    self.office = office
    self.answer = answer
    self.configuration = configuration
  }

  /// Works at the same desk at that moment; nothing is written.
  func looking(at moment: Moment, _ body: (Desk) throws -> Void) throws {
    try office.looking(at: moment) {
      try body(Desk($0, answer(stating: moment), configuration))
    }
  }
}

/// A command that works at a desk. It says what it does; connecting, errors and the exit status
/// are the same for all.
protocol DeskCommand: AsyncParsableCommand, Sendable {
  var global: GlobalOptions { get }
  func run(at desk: Desk) throws
  /// How this command needs the office to be opened.
  var opening: Opening { get }
  /// Runs at the moment that the command looks at.
  func run(wherever desk: Desk) throws
  /// What is left to do when it is done.
  func settle(_ premises: Premises, _ connection: LentConnection) async
}

/// A command that records something: it reads, decides and then writes.
protocol WritingCommand: DeskCommand {}

extension WritingCommand {
  var opening: Opening { .writing(clock: Surroundings.checksClock ? .now() : nil) }
}

extension ReadingCommand {
  var opening: Opening { .reading }

  func settle(_ premises: Premises, _ connection: LentConnection) async {}

  func run(wherever desk: Desk) throws {
    guard let moment = try desk.office.moment(for: time.request) else { return try run(at: desk) }
    try desk.looking(at: moment) { try run(at: $0) }
  }
}

extension DeskCommand {
  func run() async throws { await serve() }

  /// - Parameter companion: works meanwhile on connections of its own, and is cancelled at the end.
  func serve(beside companion: @escaping @Sendable (Premises) async -> Void = { _ in }) async {
    await Reception.serve(global) { answer in
      let configuration = try Configuration()
      let premises = try Premises.find(global, configuration)
      let hold = try premises.hold()
      let lent = try await premises.connectToWork()
      let meanwhile = Task { await companion(premises) }
      defer { meanwhile.cancel() }
      try await lent.work(
        opening, firstGivenAt: Repetition.firstGivenAt, ahead: { answer.noteRepair(of: $0) }
      ) { office in
        let resting = answer.resting { try? office.rest() }
        let desk = Desk(
          office, resting.warning(of: office.stopped).stating(try office.standby()), configuration)
        do { try run(wherever: desk) } catch OfficeError.unknown(let kind, let text, let candidates)
        {
          // What isn't shown can't be told from what isn't there.
          try desk.noteUnseen()
          throw OfficeError.unknown(kind, text: text, candidates: candidates)
        }
        try? office.rest()
      }
      await settle(premises, lent)
      await lent.close()
      hold?.release()
    }
  }

  var opening: Opening { .each }

  func run(wherever desk: Desk) throws { try run(at: desk) }

  func settle(_ premises: Premises, _ connection: LentConnection) async {
    await premises.keepReadModelsUp(over: connection)
  }
}

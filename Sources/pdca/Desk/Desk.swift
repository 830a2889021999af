import ArgumentParser
import CivilTime
import Domain
import EventLog
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
  /// The same of a few.
  func names(of accounts: [Account]) -> PeopleNames { book.names(of: Set(accounts), in: office) }
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
  /// - Parameter logs: of the departments that it asks about; nil for all.
  func opening(of logs: Set<DepartmentCode>?) -> Opening
  /// What may name the departments that the command asks about: codes, ids, KPIs. Nil where it asks about
  /// all. One that isn't here is looked at as it is asked for.
  var asked: [String?]? { get }
  /// Runs at the moment that the command looks at.
  func run(wherever desk: Desk) throws
  /// What is left to do when it is done.
  /// - Parameter recorded: in which departments' logs it recorded; nil for any.
  func settle(
    _ premises: Premises, _ connection: LentConnection, _ recorded: Set<DepartmentCode>?) async
}

/// A command that records something.
protocol RecordingCommand: DeskCommand {}

/// One that reads, decides and then writes, all of one snapshot.
protocol WritingCommand: RecordingCommand {}

extension WritingCommand {
  func opening(of logs: Set<DepartmentCode>?) -> Opening {
    .writing(clock: Surroundings.checksClock ? .now() : nil, of: logs)
  }
}

extension ReadingCommand {
  func opening(of logs: Set<DepartmentCode>?) -> Opening { .reading(of: logs) }

  func settle(
    _ premises: Premises, _ connection: LentConnection, _ recorded: Set<DepartmentCode>?
  ) async {}

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
      let recorded = try await lent.work(
        opening(of: logs(configuration)), firstGivenAt: Repetition.firstGivenAt,
        ahead: { answer.noteRepair(of: $0) }
      ) { office in
        let resting = answer.resting { try? office.rest() }
        let desk = Desk(
          office, resting.warning(of: office.stopped).stating(try office.standby()), configuration)
        desk.noteNobody()
        do { try run(wherever: desk) } catch OfficeError.unknown(let kind, let text, let candidates)
        {
          // What isn't shown can't be told from what isn't there.
          if desk.setting.isNobody, self is any RecordingCommand {
            throw AppendError.nobodysLogin("\(desk.setting.actor)")
          }
          try desk.noteUnseen()
          throw OfficeError.unknown(kind, text: text, candidates: candidates)
        }
        try? office.rest()
        return office.recorded
      }
      await settle(premises, lent, asked == nil || recorded.isEmpty ? nil : recorded)
      await lent.close()
      hold?.release()
    }
  }

  func opening(of logs: Set<DepartmentCode>?) -> Opening { .each }

  var asked: [String?]? { nil }

  /// Where nothing is named, those of the usual department.
  private func logs(_ configuration: Configuration) -> Set<DepartmentCode>? {
    guard let asked else { return nil }
    let named = asked.compactMap { $0.flatMap { DepartmentCode(naming: $0) } }
    let usual = Surroundings.department ?? configuration["department"]
    return Set(named.isEmpty ? [usual.flatMap { DepartmentCode($0) }].compactMap(\.self) : named)
  }

  func run(wherever desk: Desk) throws { try run(at: desk) }

  func settle(
    _ premises: Premises, _ connection: LentConnection, _ recorded: Set<DepartmentCode>?
  ) async {
    await premises.keepReadModelsUp(over: connection, of: recorded)
  }
}

extension DepartmentCode {
  /// The one that a code, an id or a KPI names, if any.
  fileprivate init?(naming text: String) {
    if let id = ItemID(text) {
      self = id.department
    } else {
      self.init(text.split(separator: "/", maxSplits: 1).first.map(String.init) ?? text)
    }
  }
}

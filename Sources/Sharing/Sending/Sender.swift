package import CivilTime
import Domain
import Office
import Orders
package import Postgres
import ReadModels
import Synchronization

/// Follows the logs for the targets, and tells each in order. A target is one sender's at a time; what a
/// killed sender had not taken down is sent again, with the same key.
package final class Sender: Sendable {
  /// How often what time alone brings is looked for, and how long to rest with nothing to do.
  private static let timedPause = 60.0
  private static let heartbeat = 30.0
  private static let rest = Duration.seconds(1)

  private struct State {
    var tenures: [String: WorkTenure] = [:]
    var lastTimed: [String: Instant] = [:]
    var lastSign = Instant(microseconds: 0)
    /// Targets that are being told something.
    var busy: Set<String> = []
    var sent = 0
    /// What befell the connection meanwhile.
    var fault: PostgresError?
  }

  private let connection: Connection
  private let transport: any Transport
  private let schedule: RetrySchedule
  private let clock: @Sendable () -> Instant
  private let tell: @Sendable (SenderNews) -> Void
  private let name = HolderName.make()
  private let state = Mutex(State())

  package init(
    _ connection: Connection, over transport: any Transport, retrying schedule: RetrySchedule,
    clock: @escaping @Sendable () -> Instant = { .now() },
    telling tell: @escaping @Sendable (SenderNews) -> Void
  ) {
    self.connection = connection
    self.transport = transport
    self.schedule = schedule
    self.clock = clock
    self.tell = tell
  }

  /// Tells what is there to be told now.
  /// - Returns: the number of deliveries that arrived.
  package func once(until isStopped: @escaping @Sendable () -> Bool) async throws -> Int {
    try await prepare()
    try await withThrowingDiscardingTaskGroup { group in
      for (target, tenure) in try await idle() {
        group.addTask { try await self.serve(target, under: tenure, isStopped) }
      }
    }
    await leave()
    return try sent()
  }

  /// Goes on until stopped. Targets don't wait for each other: each is served by itself, and looked at again
  /// when that is done.
  package func follow(until isStopped: @escaping @Sendable () -> Bool) async throws -> Int {
    let listener = HintListener(connection.target) { _ in }
    try await withThrowingDiscardingTaskGroup { group in
      var pauses = Backoff()
      var isAway = false
      while !isStopped() {
        do {
          if isAway { try await connection.reconnect() }
          try await prepare()
          if isAway { tell(.goesOn) }
          (isAway, pauses) = (false, Backoff())
          for (target, tenure) in try await idle() {
            group.addTask { try await self.serve(target, under: tenure, isStopped) }
          }
          if !isStopped() { try await listener.rest(Self.rest) }
          _ = try sent()
        } catch let error as PostgresError where error.mayPass {
          if !isAway { tell(.interrupted(error.sqlState?.code ?? "connection")) }
          isAway = true
          try await Task.sleep(for: pauses.next())
        }
      }
    }
    await leave()
    await listener.close()
    return state.withLock { $0.sent }
  }

  /// How many deliveries arrived.
  /// - Throws: what befell the connection while targets were served, once.
  private func sent() throws -> Int {
    let (sent, fault) = state.withLock { state in
      defer { state.fault = nil }
      return (state.sent, state.fault)
    }
    if let fault { throw fault }
    return sent
  }

  private func prepare() async throws {
    let name = name
    try await connection.perform { session in
      try ProgramSchema.require(session)
      try session.execute("SELECT set_config('application_name', \("pdca " + name), false)")
    }
  }

  /// Leaves the targets to others.
  private func leave() async {
    let name = name
    try? await connection.perform { try WorkTenure.giveBack(as: name, in: $0) }
  }
}

extension Sender {
  /// Targets that are not being told anything, each under its tenure; they count as busy from now on.
  private func idle() async throws -> [(ShareTarget, WorkTenure)] {
    let (targets, now) = (
      try await connection.perform {
        try Administering.requireSender($0)
        return try ShareLedger.targets(in: $0)
      }, clock()
    )
    let served = targets.filter { $0.pause == nil }
    try await keepAlive(now, served)
    var idle: [(ShareTarget, WorkTenure)] = []
    for target in served where !state.withLock({ $0.busy.contains(target.name) }) {
      guard let tenure = try await tenure(of: target) else { continue }
      idle.append((target, tenure))
    }
    let names = idle.map(\.0.name)
    state.withLock { $0.busy.formUnion(names) }
    return idle
  }

  /// Tells a busy target what is due, and leaves it idle.
  private func serve(
    _ target: ShareTarget, under tenure: WorkTenure, _ isStopped: @Sendable () -> Bool
  ) async throws {
    defer { state.withLock { _ = $0.busy.remove(target.name) } }
    do {
      let sent = try await serve(target, tenure, isStopped)
      state.withLock { $0.sent += sent }
    } catch let error as PostgresError where error.mayPass {
      state.withLock { $0.fault = error }
    }
  }

  private func tenure(of target: ShareTarget) async throws -> WorkTenure? {
    if let held = state.withLock({ $0.tenures[target.name] }) { return held }
    let name = name
    let taken = try await connection.perform {
      try WorkTenure.take("share/\(target.name)", as: name, in: $0)
    }
    state.withLock { $0.tenures[target.name] = taken }
    return taken
  }

  /// Signs of life for the targets that nothing happens to.
  private func keepAlive(_ now: Instant, _ served: [ShareTarget]) async throws {
    let names = Set(served.map(\.name))
    let (held, isDue) = state.withLock { state -> ([String: WorkTenure], Bool) in
      state.tenures = state.tenures.filter { names.contains($0.key) }
      let isDue = now.seconds(since: state.lastSign) >= Self.heartbeat
      if isDue { state.lastSign = now }
      return (state.tenures, isDue)
    }
    guard isDue else { return }
    for (target, tenure) in held {
      if try await !connection.perform({ try tenure.isHeld(in: $0) }) { lose(target) }
    }
  }

  private func lose(_ target: String) {
    state.withLock { $0.tenures[target] = nil }
    tell(.overtaken(target: target))
  }

  private func serve(
    _ target: ShareTarget, _ tenure: WorkTenure, _ isStopped: @Sendable () -> Bool
  ) async throws -> Int {
    do {
      guard try await collect(target, tenure) else {
        lose(target.name)
        return 0
      }
      return try await deliver(target, tenure, isStopped)
    } catch let error as PostgresError where error.isOfReader {
      try await pause(target, .readerLeft, tenure)
      return 0
    } catch SharingFault.noReader {
      try await pause(target, .readerLeft, tenure)
      return 0
    }
  }

  /// False where another sender has the target.
  private func collect(_ target: ShareTarget, _ tenure: WorkTenure) async throws -> Bool {
    let now = clock()
    let isTimed = state.withLock { state in
      let last = state.lastTimed[target.name]
      let isDue = last.map { now.seconds(since: $0) >= Self.timedPause } ?? true
      if isDue { state.lastTimed[target.name] = now }
      return isDue
    }
    return try await connection.perform { session in
      guard try ShareLedger.collect(for: target, under: tenure, in: session) != nil else {
        return false
      }
      guard isTimed else { return true }
      return try Office(in: session, at: now).collectTimed(for: target, under: tenure) != nil
    }
  }

  private func pause(
    _ target: ShareTarget, _ reason: SharePause.Reason, _ tenure: WorkTenure
  ) async throws {
    try await connection.perform {
      try ShareLedger.pause(target.name, reason, under: tenure, in: $0)
    }
    tell(.paused(target: target.name, reason))
  }
}

extension Sender {
  /// Tells a target what waits, in order, until nothing is due.
  private func deliver(
    _ target: ShareTarget, _ tenure: WorkTenure, _ isStopped: @Sendable () -> Bool
  ) async throws -> Int {
    var sent = 0
    while !isStopped(), let (delivery, secret, telling) = try await due(target) {
      let outcome: ShareLedger.Outcome
      var pausing: SharePause.Reason?
      if let telling {
        let message = MessageMaker(delivery, to: target, telling).message
        let result = await Attempt(target, secret, over: transport).deliver(message, at: clock())
        (outcome, pausing) = judge(result, delivery)
      } else {
        outcome = .nothingToTell
      }
      guard try await record(outcome, delivery, tenure) else { return sent }
      if outcome == .sent { sent += 1 }
      if pausing == nil, case .aside = outcome, try await isRefusing(target) { pausing = .refused }
      if let pausing {
        try await pause(target, pausing, tenure)
        return sent
      }
      if case .again = outcome { return sent }
    }
    return sent
  }

  /// The delivery whose time has come, and what it says; nil for none.
  private func due(
    _ target: ShareTarget
  ) async throws -> (ShareDelivery, ShareSecret, Telling?)? {
    let now = clock()
    return try await connection.perform { session in
      guard try ShareLedger.isServed(target.name, in: session),
        let delivery = try ShareLedger.next(of: target.name, in: session),
        delivery.nextAttemptAt.map({ $0 <= now }) ?? true
      else { return nil }
      let office = try Office(in: session, at: now)
      guard target.settings.hours.next(from: now, in: office.setting.zone) == now else {
        return nil
      }
      let secret = try ShareLedger.secret(of: target.name, in: session)
      return (delivery, secret, try office.telling(delivery, to: target))
    }
  }

  private func judge(
    _ result: AttemptResult, _ delivery: ShareDelivery
  ) -> (ShareLedger.Outcome, SharePause.Reason?) {
    let now = clock()
    switch result {
    case .delivered: return (.sent, nil)
    case .later(let word, let asked):
      var generator = SystemRandomNumberGenerator()
      let next = schedule.next(
        attempts: delivery.attempts + 1, since: delivery.firstAttemptAt ?? now, at: now,
        asked: asked, using: &generator)
      return (next.map { .again(at: $0, result: word) } ?? .aside(result: word), nil)
    case .refused(let word): return (.aside(result: word), nil)
    case .gone(let word): return (.aside(result: word), .gone)
    case .unusable: return (.again(at: now, result: "unusable"), .unusable)
    }
  }

  private func record(
    _ outcome: ShareLedger.Outcome, _ delivery: ShareDelivery, _ tenure: WorkTenure
  ) async throws -> Bool {
    let now = clock()
    let isMine = try await connection.perform {
      try ShareLedger.record(outcome, of: delivery, at: now, under: tenure, in: $0)
    }
    guard isMine else {
      lose(delivery.target)
      return false
    }
    note(outcome, delivery)
    return true
  }

  private func note(_ outcome: ShareLedger.Outcome, _ delivery: ShareDelivery) {
    let (target, occasion) = (delivery.target, delivery.occasion)
    switch outcome {
    case .sent: tell(.sent(target: target, occasion: occasion, attempts: delivery.attempts + 1))
    case .nothingToTell: break
    case .again(let at, let result):
      tell(.later(target: target, occasion: occasion, result: result, at: at))
    case .aside(let result): tell(.aside(target: target, occasion: occasion, result: result))
    }
  }

  /// Three refused in a row are no accident.
  private func isRefusing(_ target: ShareTarget) async throws -> Bool {
    try await connection.perform { try ShareLedger.refusedInARow(target.name, in: $0) >= 3 }
  }
}

extension PostgresError {
  /// That the session can't act for a target's reader: no such role, or no right to its.
  fileprivate var isOfReader: Bool {
    switch self {
    case .notPermitted: true
    case .server(let error): error.sqlState == "22023" || error.sqlState == .undefinedObject
    default: false
    }
  }
}

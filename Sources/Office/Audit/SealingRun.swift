package import Postgres
import Proof

/// Seals again and again, until it is told to stop: after so long, or as soon as a log has grown by so
/// much. Each round looks at the database anew, so that departments that come are sealed, too.
package struct SealingRun: Sendable {
  package let sealing: Sealing
  /// Only this department's log; nil for all.
  package let department: String?
  /// Between two rounds.
  package let pause: Duration
  /// A log that has grown by so many events is sealed before its time; nil for never.
  package let growth: Int?
  package let witnesses: [Witness]

  package init(
    _ sealing: Sealing, department: String?, every pause: Duration, growth: Int?,
    witnesses: [Witness]
  ) {
    self.sealing = sealing
    self.department = department
    self.pause = pause
    self.growth = growth
    self.witnesses = witnesses
  }

  /// What is told of while it runs.
  package enum News: Sendable {
    case sealed(Sealing.Sealed)
    case witness(WitnessNews)
    /// Told once, until a round succeeds.
    case interrupted(PostgresError)
    case goesOn(after: Duration)
  }

  /// How often it looks whether a log has grown.
  private static let look = Duration.seconds(2)

  /// - Parameters:
  ///   - office: opened for each round and closed after it.
  ///   - after: done after each round that sealed something.
  /// - Throws: `AuditError.unsound` and others that no waiting mends: nothing more is signed.
  /// - Returns: how many checkpoints were signed.
  package func untilStopped(
    _ isStopped: @Sendable () -> Bool,
    at office: @Sendable () async throws -> AuditOffice,
    telling tell: (News) -> Void, after: ([Sealing.Sealed]) async throws -> Void
  ) async throws -> Int {
    let clock = ContinuousClock()
    var (count, due, trouble) = (0, clock.now, ContinuousClock.Instant?.none)
    var backoff = Backoff()
    while !isStopped() {
      do {
        let isDue = clock.now >= due
        let sealed = try await round(at: try await office(), all: isDue, telling: tell)
        if let since = trouble { tell(.goesOn(after: clock.now - since)) }
        (trouble, backoff) = (nil, Backoff())
        if isDue { due = clock.now + pause }
        count += sealed.count
        if !sealed.isEmpty { try await after(sealed) }
        try await Self.rest(
          until: growth == nil ? due : min(due, clock.now + Self.look), isStopped)
      } catch let error as PostgresError where error.mayPass {
        if trouble == nil {
          trouble = clock.now
          tell(.interrupted(error))
        }
        try await Self.rest(until: clock.now + backoff.next(), isStopped)
      }
    }
    return count
  }

  private static func rest(
    until end: ContinuousClock.Instant, _ isStopped: () -> Bool
  ) async throws {
    while ContinuousClock.now < end, !isStopped() {
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  /// What was signed anew.
  private func round(
    at office: AuditOffice, all: Bool, telling tell: (News) -> Void
  ) async throws -> [Sealing.Sealed] {
    do {
      let sealed = try await work(at: office, all: all, telling: tell)
      await office.close()
      return sealed
    } catch {
      await office.close()
      throw error
    }
  }

  private func work(
    at office: AuditOffice, all: Bool, telling tell: (News) -> Void
  ) async throws -> [Sealing.Sealed] {
    let chosen = try department.map { try office.logs.chosen($0) } ?? office.logs.departments
    if department == nil, let gone = try await office.missing(try sealing.folder.all()).first {
      throw AuditError.noLog(gone)
    }
    let due = all ? chosen : try await office.grown(chosen, by: growth, sealing)
    let sealed = try await office.seal(due, sealing).filter { !$0.wasSealed }
    for one in sealed {
      tell(.sealed(one))
      for witness in witnesses {
        tell(.witness(try await office.show(one, to: witness, sealing)))
      }
    }
    return sealed
  }
}

extension AuditOffice {
  /// Of these logs, those that have so many events more than were sealed last.
  fileprivate func grown(
    _ departments: [String], by growth: Int?, _ sealing: Sealing
  ) async throws -> [String] {
    guard let growth else { return [] }
    let logs = logs
    return try await perform { session in
      try departments.filter { department in
        let sealed = try sealing.history(of: department, logs).newest()?.checkpoint.size ?? 0
        let size = try session.first(
          """
          SELECT coalesce(max("position"), 0) FROM log.event WHERE department = \(department)
          """
        ) { try $0.int(0) }
        return (size ?? 0) - sealed >= growth
      }
    }
  }
}

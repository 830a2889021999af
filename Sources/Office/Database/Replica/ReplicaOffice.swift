import Postgres
import ReadModels

/// The care of reporting servers, from either side.
package struct ReplicaOffice: Sendable {
  private let here: Connection
  private let reach: Reach
  /// Making a slot waits for transactions that are open at the primary, and a copy takes its time.
  private static let patience = Duration.seconds(600)

  package init(_ premises: Premises, by reach: Reach) async throws {
    here = try await premises.connect(asAdministrator: true, by: reach)
    self.reach = reach
  }

  package func close() async { await here.close() }

  // MARK: At the primary

  /// Publishes, unless it is only asked for the statements.
  package func publish(for role: String, dryRun: Bool) async throws -> [ReplicaStep] {
    let steps = try await here.perform {
      try Projector.requireKeeper(in: $0)
      return try ReplicaPublication.steps(for: role, in: $0)
    }
    if !dryRun { for step in steps { try await here.executeScript(step.sql) } }
    return steps
  }

  // MARK: At the reporting server

  /// Subscribes, unless it is only asked for the statements.
  /// - Returns: what was done; empty where all stood.
  package func add(_ addition: ReplicaAddition, dryRun: Bool) async throws -> [ReplicaStep] {
    let name = addition.upstream.name
    let present = try await here.perform {
      try Administering.requireKeeper($0)
      return try ReplicaPresent(of: $0, name: name)
    }
    let primary = try await Self.primary(addition.target, addition.upstream.place, reach)
    let offer = try await primary.perform { try PrimaryOffer(of: $0, slot: name) }
    let steps = try addition.steps(present, offer)
    if !dryRun {
      for step in steps { try await run(step, primary) }
    }
    await primary.close()
    return steps
  }

  /// A slot is let go of a moment after its subscription.
  private func run(_ step: ReplicaStep, _ primary: Connection) async throws {
    let connection = step.side == .primary ? primary : here
    for attempt in 1... {
      do { return try await connection.executeScript(step.sql, deadline: Self.patience) } catch let
        error as PostgresError where error.sqlState == "55006" && attempt < 100
      {
        try await Task.sleep(for: .milliseconds(100))
      }
    }
  }

  /// Tables that are being copied still; empty once what follows is replicated as it comes.
  package func copying() async throws -> [String] {
    try await here.perform { try Subscription.copying(in: $0) }
  }

  /// Ends the subscription. Its database goes on refusing what is recorded, unless it takes over.
  /// - Parameters:
  ///   - leavesSlot: for a primary that is gone.
  ///   - takesOver: makes the log the database's own.
  package func remove(
    leavesSlot: Bool, takesOver: Bool, dryRun: Bool
  ) async throws -> [ReplicaStep] {
    let asker = try await here.perform {
      try Administering.requireKeeper($0)
      return try ReplicaAddition.superuser($0)
    }
    guard let upstream = try await here.perform({ try Self.upstream($0) }) else {
      throw ReplicaError.notReplica
    }
    if !asker.1 { throw ReplicaError.needsSuperuser(role: asker.0, on: .replica) }
    let subscribed = try await here.perform {
      try ReplicaPresent.hasSubscription(upstream.name, $0)
    }
    let steps =
      (subscribed
        ? [ReplicaStep(side: .replica, sql: ReplicaAddition.unsubscribing(upstream.name))] : [])
      + (leavesSlot ? [] : [ReplicaAddition.droppingSlot(upstream.name)])
      + (takesOver ? [ReplicaStep(side: .replica, sql: "SELECT log.follow_nobody();")] : [])
    if dryRun { return steps }
    // Before anything is done: a slot that stays keeps the primary's WAL.
    let primary =
      leavesSlot
      ? here
      : try await Self.primary(
        Target(upstream.address, from: .configuration), upstream.place, reach)
    for step in steps { try await run(step, primary) }
    await primary.close()
    return steps
  }

  /// At the primary: drops the slot of a reporting server that is gone.
  package func drop(slot name: String, dryRun: Bool) async throws -> [ReplicaStep] {
    let slot = try await here.perform {
      try Projector.requireKeeper(in: $0)
      return try SlotState.all(in: $0)
    }.first { $0.name == name }
    guard let slot else { throw ReplicaError.noSlot(name) }
    if slot.isActive { throw ReplicaError.slotActive(name) }
    let step = ReplicaAddition.droppingSlot(name)
    if !dryRun { try await here.executeScript(step.sql) }
    return [step]
  }

  // MARK: From either side

  package func state() async throws -> ReplicaState {
    let own = try await here.perform { try ReplicaState(of: $0) }
    guard let upstream = own.upstream else { return own }
    let quick = Reach(program: reach.program, deadline: min(reach.deadline, .seconds(10)))
    do {
      let primary = try await Self.primary(
        Target(upstream.address, from: .configuration), upstream.place, quick)
      let positions = own.positions
      let seen = try await primary.perform {
        try PrimaryView(of: $0, slot: upstream.name, beside: positions)
      }
      await primary.close()
      return own.beside(seen)
    } catch let error as ReplicaError {
      guard case .primaryUnreachable(_, let reason) = error else { throw error }
      return own.unreached(reason)
    } catch let error as PostgresError {
      return own.unreached("\(error)")
    }
  }

  static func upstream(_ session: Session) throws -> Upstream? {
    try ProgramSchema.require(session)
    return try Upstream(in: session)
  }

  private static func primary(
    _ target: Target, _ place: String, _ reach: Reach
  ) async throws -> Connection {
    do { return try await Connection.open(target, deadline: reach.deadline) } catch let error
      as PostgresError
    {
      // Groups connect, and nobody else; publishing lets the role in.
      if error.sqlState == .insufficientPrivilege {
        throw ReplicaError.roleLacks(role: target.settings["user"] ?? "", ["CONNECT"])
      }
      throw ReplicaError.primaryUnreachable(place: place, reason: "\(error)")
    }
  }
}

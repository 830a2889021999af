import Bilingual
import CivilTime
import EventLog
import Office
import Postgres
import Presentation
import PrivateServer
import ReadModels
import Terminal
import Wording

/// Brings a database to this program's schema, as its administrator.
enum Installation {
  /// What was brought up to date.
  struct Result {
    /// Names of the migrations applied now.
    var applied: [String]
    /// Nil when the read models were current.
    var rebuilt: RebuildReport?
  }

  /// Migrations, definitions and read models; then the account that runs this may work there.
  @discardableResult
  static func install(_ premises: Premises, _ answer: Answer) async throws -> Result {
    let connection = try await premises.connect(asAdministrator: true)
    let role = premises.userRole
    let applied = try await connection.perform { try ProgramSchema.applier.migrate($0) }
    let rebuilt = try await rebuild(premises, always: false, answer)
    try await connection.perform { session in
      try ReadSchema.permit(session)
      // What came from a backup may know more than its log.
      let ahead = try Office.catchUp(in: session)
      if !ahead.isEmpty { answer.noteRepair(of: ahead) }
      try refreshStar(answer, in: session)
    }
    if let role {
      try await connection.perform { try LogRoles.permitAdministration(role, $0) }
    }
    await connection.close()
    return Result(applied: applied, rebuilt: rebuilt)
  }

  /// The star schema, with its privileges, over the read models in use. What keeps it from following keeps
  /// nobody from working: `pdca bi check` says so, too.
  private static func refreshStar(_ answer: Answer, in session: Session) throws {
    do {
      try StarSchema.follow(session)
      _ = try StarOffice.computeSignals(in: session)
      _ = try StarOffice.computeGains(in: session)
    } catch let error as StarError {
      answer.console.note(answer.say("Note: ", "注意: ") + error.refused(answer.language))
    }
  }

  /// Makes and keeps the reports of closed reviews that none are kept of; when the read models are
  /// current.
  /// - Returns: how many are kept now.
  @discardableResult
  static func keepReports(_ premises: Premises, _ answer: Answer) async throws -> Int {
    let connection = try await premises.connect(asAdministrator: true)
    let kept = try await connection.perform { session in
      guard try !KeptReport.missing(in: session).isEmpty else { return 0 }
      return try Office(in: session, at: .now(), ahead: { answer.noteRepair(of: $0) })
        .keepMissingReports { KeptReport($0) }.count
    }
    await connection.close()
    return kept
  }

  /// Builds the read models, always or only where they changed, with a bar on a terminal.
  static func rebuild(
    _ premises: Premises, always: Bool, workers: Int = 2, _ answer: Answer
  ) async throws -> RebuildReport? {
    let bar = RebuildBar(answer)
    defer { bar.finish() }
    return try await Rebuild(
      workers: workers, connect: { try await premises.connect(asAdministrator: true) },
      onProgress: { bar.update($0, of: $1) }
    ).run(always: always)
  }
}

extension Premises {
  /// The role to be permitted, and to administrate, on a private server; elsewhere the server's administrator decides.
  fileprivate var userRole: String? {
    guard case .privateCluster(let cluster, _) = self else { return nil }
    return cluster.userRole
  }
}

import Office
import OperatingSystem

/// Where commands audit: at the logs themselves, without read models, which changed logs may have
/// spoiled.
struct AuditDesk: Sendable {
  let answer: Answer
  let office: AuditOffice
  /// Where more connections come from.
  let premises: Premises

  var logs: OrganizationLogs { office.logs }

  /// Runs a command's work, with the private server held meanwhile.
  static func serve(
    _ options: GlobalOptions, _ work: @escaping (AuditDesk) async throws -> Void
  ) async -> Never {
    await Reception.serve(options) { answer in
      let premises = try Premises.find(options, Configuration())
      let hold = try premises.hold()
      let office = try await AuditOffice(at: premises, by: Premises.reach)
      try await work(AuditDesk(answer: answer, office: office, premises: premises))
      await office.close()
      hold?.release()
    }
  }
}

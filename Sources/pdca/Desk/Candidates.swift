import ArgumentParser
import CivilTime
import Domain
import Office
import OperatingSystem
import ReadModels

/// What a shell offers for an argument: ids and codes that are there.
enum Candidates: Sendable {
  case departments, members, kpis, cycles, issues, lessons, designs, reviews, concepts
  /// The first word of `do`: a cycle that work is done in.
  case openCycles

  /// Empty where there is no database, or it doesn't answer in time: a shell has nothing to say then.
  fileprivate func found() async -> [String] {
    do {
      guard Premises.isNamed(by: []) else { return [] }
      let configuration = try Configuration()
      let premises = try Premises.find(try GlobalOptions.parse([]), configuration)
      let hold = try premises.hold()
      let connection = try await premises.connect()
      let current = Surroundings.department ?? configuration["department"]
      let found = try await connection.work(.each) { try words($0, current) }
      await connection.close()
      hold?.release()
      return found
    } catch { return [] }
  }

  /// - Parameter current: the department whose codes need no department.
  private func words(_ office: Office, _ current: String?) throws -> [String] {
    let home = try current.map { try office.department(named: $0) }
    switch self {
    case .departments: return try office.departmentCodes().map(\.rawValue)
    case .members: return try office.members().map { $0.member.account.rawValue }
    case .kpis:
      return try office.kpis(of: nil, includingRetired: false).rows.map { row in
        row.reference.department == home ? "\(row.reference.code)" : "\(row.reference)"
      }
    case .cycles: return try office.cycles(CycleFilter(limit: Self.most)).map { "\($0.id)" }
    case .openCycles:
      return try office.cycles(CycleFilter(statuses: [.planned, .doing], limit: Self.most))
        .map { "\($0.id)" }
    case .issues:
      return try office.issues(of: nil, to: nil, undecidedOnly: false).map { "\($0.id)" }
    case .lessons: return try office.lessons(LessonFilter()).rows.map { "\($0.id)" }
    case .concepts:
      return try office.concepts(of: nil, status: nil).map { "\($0.row.id)" }
    case .designs: return try office.designs().map { "\($0.id)" }
    case .reviews:
      return try office.reviews(of: home).map { "\($0.id)" }
    }
  }

  /// Nobody chooses among more.
  private static let most = 1_000
}

extension CompletionKind {
  /// Asks the database when the person presses the key.
  static func ids(_ candidates: Candidates) -> CompletionKind {
    .custom { (words: [String], place: Int, _: String) async -> [String] in
      await candidates.found()
    }
  }

  /// The same for the first of several words only.
  static func firstID(_ candidates: Candidates) -> CompletionKind {
    .custom { (words: [String], place: Int, _: String) async -> [String] in
      place > 2 ? [] : await candidates.found()
    }
  }
}

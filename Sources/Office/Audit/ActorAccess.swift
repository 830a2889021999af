package import CivilTime
package import Domain
package import EventLog
import ReadModels

/// An account as a review of accesses sees it: what it wrote, what it is, whether it may log in.
package struct ActorAccess: Sendable {
  package enum Standing: String, Sendable { case person, machine, left, notAMember }
  package enum Login: String, Sendable { case none, member, superuser }

  package let account: String
  /// Nil where it wrote nothing.
  package let tally: ActorTally?
  package let standing: Standing
  package let login: Login
  /// Nothing for who is no member.
  package let rights: HeldRights

  /// By account: all that wrote, belong to the organization, or may log in.
  static func all(
    _ tallies: [ActorTally], _ members: [MemberRow], _ logins: [String: Bool],
    _ rights: [Account: HeldRights]
  ) -> [ActorAccess] {
    let wrote = Dictionary(uniqueKeysWithValues: tallies.map { ($0.actor, $0) })
    let belongs = Dictionary(grouping: members) { $0.account.rawValue }
    let accounts = Set(wrote.keys).union(belongs.keys).union(logins.keys)
    return accounts.sorted().map { account in
      ActorAccess(
        account: account, tally: wrote[account], standing: standing(belongs[account] ?? []),
        login: logins[account].map { $0 ? .superuser : .member } ?? .none,
        rights: Account(account).flatMap { rights[$0] } ?? HeldRights())
    }
  }

  private static func standing(_ rows: [MemberRow]) -> Standing {
    guard let row = rows.first(where: { $0.leftAt == nil }) else {
      return rows.isEmpty ? .notAMember : .left
    }
    return row.isMachine ? .machine : .person
  }

  /// Whether it may log in though nobody of the organization stands behind it. Superusers are the
  /// server's own affair.
  package var isOdd: Bool { login == .member && (standing == .left || standing == .notAMember) }
}

extension Office {
  /// Who wrote what, when first and last, and may do what, as far as the office looks, and who may log in
  /// now.
  /// - Parameters:
  ///   - homes: empty for all departments.
  ///   - since, until: of when it was recorded; nil for no bound.
  package func actors(
    of homes: [DepartmentCode], since: Instant?, until: Instant?
  ) throws -> [ActorAccess] {
    let tallies = try LogReader.actors(
      of: homes.map(\.rawValue), since: since, until: until, upTo: asOf?.prefixes,
      trueBy: asOf?.trueBy, in: session)
    let members = try members()
    return ActorAccess.all(
      tallies, members.map(\.member), try LogReader.logins(in: session), try rights(of: members))
  }
}

import Bilingual
import CanonicalJSON
import Domain
import EventLog
import ReadModels

/// An account as a review of accesses sees it: what it wrote, what it is, whether it may log in.
struct ActorAccess {
  enum Standing: String { case person, machine, left, notAMember }
  enum Login: String { case none, member, superuser }

  let account: String
  /// Nil where it wrote nothing.
  let tally: ActorTally?
  let standing: Standing
  let login: Login

  /// By account: all that wrote, belong to the organization, or may log in.
  static func all(
    _ tallies: [ActorTally], _ members: [MemberRow], _ logins: [String: Bool]
  ) -> [ActorAccess] {
    let wrote = Dictionary(uniqueKeysWithValues: tallies.map { ($0.actor, $0) })
    let belongs = Dictionary(grouping: members) { $0.account.rawValue }
    let accounts = Set(wrote.keys).union(belongs.keys).union(logins.keys)
    return accounts.sorted().map { account in
      ActorAccess(
        account: account, tally: wrote[account], standing: standing(belongs[account] ?? []),
        login: logins[account].map { $0 ? .superuser : .member } ?? .none)
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
  var isOdd: Bool { login == .member && (standing == .left || standing == .notAMember) }

  var json: JSON {
    [
      "account": JSON(account), "standing": JSON(standing.rawValue), "login": JSON(login.rawValue),
      "events": JSON(tally?.events ?? 0), "first": JSON(text: tally?.first),
      "last": JSON(text: tally?.last), "departments": JSON(tally?.departments ?? []),
      "types": JSON(tally?.types ?? []),
    ]
  }
}

extension ActorAccess.Standing {
  var words: Phrase {
    switch self {
    case .person: Phrase(en: "person", ja: "人")
    case .machine: Phrase(en: "machine", ja: "機械")
    case .left: Phrase(en: "has left", ja: "離任")
    case .notAMember: Phrase(en: "no member", ja: "メンバー外")
    }
  }
}

extension ActorAccess.Login {
  var words: Phrase {
    switch self {
    case .none: Phrase(en: "no", ja: "不可")
    case .member: Phrase(en: "yes", ja: "可")
    case .superuser: Phrase(en: "superuser", ja: "サーバー管理者")
    }
  }
}

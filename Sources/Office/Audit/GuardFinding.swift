/// Something about what guards the log that isn't as this program makes it.
package struct GuardFinding: Sendable, Equatable {
  package enum Problem: String, Sendable, CaseIterable {
    case missingTrigger, disabledTrigger, changedTrigger, extraTrigger
    case missingFunction, changedFunction, extraFunction
    /// A function elsewhere that runs with the rights of the log's owner.
    case foreignDefiner
    /// Somebody besides the owner may change the table, or make things in the schema.
    case writable, creatable
    /// Somebody may call a function that isn't theirs to call.
    case executable
    /// A key that positions, versions or command ids rest on is missing.
    case missingKey
    /// Rules or parent tables, by which a table is reached past its guards.
    case rewritten, inherited
    /// The list of event types, or of their texts, isn't this program's.
    case otherTypes, otherTexts
    /// Row security of a table, or of a view over one, isn't as this program makes it.
    case unrestricted
    /// Of several owners the log has more than one, so that another than its own guards part of it.
    case otherOwner
    /// A row that rights rest on which neither the program nor the head department's log gives, or one that
    /// is missing.
    case otherRights
    /// The page's login may take the role of one who keeps the database, and do what they may.
    case lentToPage
  }

  package let problem: Problem
  /// What it is about: `log.event`, `log.append(text, …)`.
  package let object: String
  /// Who or what besides; empty where nothing is to be said.
  package let detail: String

  package init(_ problem: Problem, _ object: String, _ detail: String = "") {
    self.problem = problem
    self.object = object
    self.detail = detail
  }
}

/// What guards the log beside its hashes, held against what this program makes. A superuser of the
/// server can take all of it away and put it back: evidence comes from kept checkpoints alone.
package struct GuardReport: Sendable {
  /// By problem and object.
  package let findings: [GuardFinding]
  /// Who owns the log, and can therefore change it.
  package let owner: String
  /// Logins that may act as the owner, or as a superuser, besides.
  package let mayActAsOwner: [String]

  package var isSound: Bool { findings.isEmpty }
}

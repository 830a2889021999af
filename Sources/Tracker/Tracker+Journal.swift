import CivilTime
package import Domain
package import EventLog
import Orders
package import ReadModels

/// Where an action goes that names no cycle.
extension Tracker {
  /// The cycle or journal to which a command with this identity went before; nil for a new one.
  package func cycle(
    of command: CommandID, in department: DepartmentCode
  ) throws -> ItemID? {
    try LogWriter.stream(of: command, in: department.rawValue, session: session).map {
      id(of: $0, .cycle, department)
    }
  }

  /// Open cycles that the person owns or acted on lately, in one department or in all, by number.
  package func ownCycles(in department: DepartmentCode? = nil) throws -> [CycleRow] {
    try read(of: department.map { [$0] }, in: [CycleRow.self, ActionRow.self]) { view in
      try CycleQueries.mine(
        setting.actor, actingSince: setting.now.adding(seconds: -Self.lately), of: department,
        in: view)
    }
  }

  /// Who acted on a cycle within four weeks (in seconds) still does.
  package static let lately = 28 * 86_400

  /// The department's journal of unplanned work, opened when there is none.
  ///
  /// Its identity is made from the department's name, so that two people who open it at once open
  /// one.
  /// - Parameter title: what it is called if it is opened now.
  package func journal(of department: DepartmentCode, title: String) throws -> ItemID {
    let name = department.rawValue
    let identity = try LogWriter.identities(
      of: ["\(name) journal of unplanned work"], in: name, session: session)[0].id
    if let journal = try cycle(of: identity, in: department) { return journal }
    do {
      return try openJournal(title: title, Order(department, commandID: identity)).id
    } catch AppendError.commandReused(let reused) {
      // Somebody opened it meanwhile, under a title in the other language.
      guard let journal = try cycle(of: identity, in: department) else {
        throw AppendError.commandReused(reused)
      }
      return journal
    }
  }
}

package import Domain
package import Orders
package import ReadModels
import Tracker

/// Where an action goes that names no cycle.
package enum ActionPlace: Sendable {
  /// Plainly meant: where the same command went before, or the person's only open cycle.
  case cycle(ItemID)
  /// The person says which, or that it was unplanned work.
  case oneOf([CycleRow])
  /// The department's journal of unplanned work.
  case journal
}

extension Office {
  /// - Parameter unplanned: whether it is said to be of no cycle.
  package func place(ofAction order: Order, unplanned: Bool = false) throws -> ActionPlace {
    if let known = try tracker.cycle(of: order.commandID, in: order.department) {
      return .cycle(known)
    }
    return unplanned ? .journal : try place(ofActionIn: order.department)
  }

  /// The same before there is a command.
  package func place(ofActionIn department: DepartmentCode) throws -> ActionPlace {
    let own = try tracker.ownCycles(in: department)
    if own.count > 1 { return .oneOf(own) }
    return own.first.map { .cycle($0.id) } ?? .journal
  }

  /// Logs an action where it was found to go. A command that is repeated goes where it went before.
  /// - Parameters:
  ///   - cycle: nil for the department's journal of unplanned work, which is opened when there is none.
  ///   - title: what the journal is called if it is opened now.
  package func log(
    _ entry: ActionEntry, on cycle: ItemID?, journal title: String, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<CycleEvent>) {
    let known = try tracker.cycle(of: order.commandID, in: order.department)
    let id = try known ?? cycle ?? tracker.journal(of: order.department, title: title)
    return (id, try tracker.cycle(.log(entry), on: id, order))
  }

  /// The department's journal of unplanned work, opened when there is none.
  /// - Parameter title: what it is called if it is opened now.
  package func journal(of department: DepartmentCode, title: String) throws -> ItemID {
    try tracker.journal(of: department, title: title)
  }
}

import CanonicalJSON
import CivilTime
package import Domain
import EventLog
import Office
import Orders
import Statistics
import Wording

/// One thing to be recorded, looked up to the end, so that what is confirmed is what is recorded.
package struct Entry: Sendable {
  package enum Act: Sendable, Equatable {
    /// Nil for the department's journal of unplanned work.
    case action(ItemID?, in: DepartmentCode, ActionEntry)
    case obstacle(ItemID, text: String)
    case hypothesis(KPIReference, SignalReference, text: String, evidence: [String])
    case trainingItem(ItemID, title: String, reasons: [String])
  }

  package let act: Act
  /// The words of the command that records the same, by a person.
  package let command: [String]

  var commandLine: String { command.map(ShellWord.quoted).joined(separator: " ") }

  var department: DepartmentCode {
    switch act {
    case .action(_, let home, _): home
    case .obstacle(let id, _), .trainingItem(let id, _, _): id.department
    case .hypothesis(let kpi, _, _, _): kpi.department
    }
  }
}

extension Entry {
  /// Records it under the person's login, marked as a machine's: the rules then refuse whatever only
  /// people decide. An identity that was used answers with its first result.
  /// - Returns: events such as `SALES@120`, and the id that they are about.
  func record(under id: CommandID, at office: Office) throws -> (subject: String, events: [String])
  {
    let office = office.asMachine()
    let order = Order(department, commandID: id, commutes: true)
    let decision = Order(department, commandID: id)
    let references = { (positions: ClosedRange<Int>?) in
      positions.map { $0.map { "\(department)@\($0)" } } ?? []
    }
    switch act {
    case .action(let cycle, _, let entry):
      let (target, outcome) = try office.log(entry, on: cycle, journal: "Unplanned work", order)
      return ("\(target)", references(outcome.positions))
    case .obstacle(let cycle, let text):
      let outcome = try office.record(.report(obstacle: text), on: cycle, order)
      return ("\(cycle)", references(outcome.positions))
    case .hypothesis(let kpi, let signal, let text, let evidence):
      let outcome = try office.record(
        .propose(signal: signal, hypothesis: text, evidence: evidence), on: kpi, decision)
      return ("\(kpi)", references(outcome.positions))
    case .trainingItem(let design, let title, let reasons):
      let outcome = try office.record(
        .addItem(DesignItemDraft(title: title, reasons: reasons)), on: design, decision)
      return ("\(design)", references(outcome.positions))
    }
  }
}

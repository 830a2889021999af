import CanonicalJSON
package import EventLog
import Proof

/// Checks the lines of an exported log, each by itself and after those before it.
package struct ArchiveCheck {
  private var order = ArchiveOrder()
  /// Of the department whose events are coming in.
  private var tree = TreeFrontier()
  /// Of all lines so far.
  private var file = TreeFrontier()
  private var number = 0
  /// Events whose payload is no canonical JSON, and those that are passed over, by reference.
  private var odd: [(line: Int, reference: String)] = []
  private var excluded: Set<String> = []

  package init() {}

  /// Takes the next line; nil for one that is no text, or far too long.
  package mutating func take(
    _ text: String?, _ body: (ArchivedEvent, Int, [UInt8]) throws -> Void
  ) throws {
    number += 1
    guard let text else { throw fault(.unreadableLine) }
    do {
      let (object, payload) = try object(text)
      let own = TreeHash.leaf(text.utf8)
      if object["position"] != nil {
        let event = try ArchivedEvent(object, odd: payload)
        note(event)
        let hashed = ArchivedEvent.hashed(text, form: event.form)
        try take(event, event.form == 1 ? own : TreeHash.leaf(hashed.utf8), body)
      } else if object["departments"] == nil {
        try seal(ArchivedDepartment(object))
      } else {
        try order.take(
          ArchiveEnd(object), lines: file.size, rootHash: Hexadecimal.encode(file.root))
      }
      file.append(own)
    } catch let fault as ArchiveFault {
      throw self.fault(fault)
    }
  }

  private mutating func take(
    _ event: ArchivedEvent, _ own: [UInt8], _ body: (ArchivedEvent, Int, [UInt8]) throws -> Void
  ) throws {
    try order.take(event)
    let leaf = event.keptLeafHash.flatMap { Hexadecimal.decode($0) } ?? own
    tree.append(leaf)
    try body(event, number, leaf)
  }

  private mutating func note(_ event: ArchivedEvent) {
    if event.oddPayload != nil {
      odd.append((number, "\(event.department)@\(event.position)"))
    }
    if let position = event.settingAside { excluded.insert("\(event.department)@\(position)") }
  }

  package func finish() throws -> [ArchivedDepartment] {
    if let first = odd.first(where: { !excluded.contains($0.reference) }) {
      throw ArchiveLineFault(line: first.line, fault: .notCanonical)
    }
    do { try order.finish() } catch { throw fault(error) }
    return order.departments
  }

  private mutating func seal(_ department: ArchivedDepartment) throws(ArchiveFault) {
    try order.take(department, rootHash: Hexadecimal.encode(tree.root))
    tree = TreeFrontier()
  }

  /// The line's members; of an event whose payload is no canonical JSON, that payload besides.
  private func object(
    _ text: String
  ) throws(ArchiveFault) -> (members: JSONObject, payload: String?) {
    do { return (try canonical(text), nil) } catch {
      guard let parts = ArchivedEvent.parted(text), let rest = try? canonical(parts.rest) else {
        throw error
      }
      return (rest, parts.payload)
    }
  }

  private func canonical(_ text: String) throws(ArchiveFault) -> JSONObject {
    let json: JSON
    do { json = try JSON(parsing: text) } catch { throw .notJSON(error) }
    guard json.canonical.hasSameBytes(as: text) else { throw .notCanonical }
    guard let object = json.object else { throw .member("position") }
    return object
  }

  private func fault(_ fault: ArchiveFault) -> ArchiveLineFault {
    ArchiveLineFault(line: number, fault: fault)
  }
}

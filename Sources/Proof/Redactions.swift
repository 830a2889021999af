import CanonicalJSON
import Crypto

/// Redacted events waiting for the event that says so.
struct Redactions: Sendable {
  /// The type of the event that says so, and the member of its payload that holds the line.
  package static let type = "EventRedacted"

  private struct Erased: Sendable, Equatable {
    let envelope: [UInt8]
    let leaf: String
    let payload: String
  }

  private var waiting: [Int: Erased] = [:]
  private(set) var done: [Int: Int] = [:]
  private static let typeBytes = ArraySlice(type.utf8)

  /// - Parameter envelope: the event's line without payload and salt.
  mutating func expect(
    at position: Int, _ envelope: ArraySlice<UInt8>, _ event: EventColumns
  ) {
    waiting[position] = Erased(
      envelope: Array(envelope),
      leaf: String(decoding: event[.leafHash].dropFirst(2), as: UTF8.self),
      payload: Hexadecimal.encode(SHA256.hash(data: Array(event[.payload]))))
  }

  /// Takes in an event that says that an earlier one was redacted.
  mutating func note(_ event: EventColumns, at position: Int, _ found: inout Findings) {
    guard event[.type] == Self.typeBytes else { return }
    guard let payload = try? JSON(parsing: Array(event[.payload])).object,
      let envelope = payload["envelope"], let leaf = payload["leafHash"]?.string,
      let hash = payload["payloadHash"]?.string, let said = envelope.wholeNumber("position")
    else { return found.add(position, .idleRedaction(of: nil)) }
    guard let erased = waiting.removeValue(forKey: said) else {
      return found.add(position, .idleRedaction(of: said))
    }
    done[said] = position
    let stated = Erased(envelope: envelope.canonicalBytes, leaf: leaf, payload: hash)
    if erased != stated { found.add(said, .redactionDiffers(position)) }
  }

  func finish(_ found: inout Findings) {
    for position in waiting.keys.sorted() { found.add(position, .erased) }
  }
}

extension JSON {
  fileprivate func wholeNumber(_ name: String) -> Int? {
    guard case .number(let number)? = object?[name] else { return nil }
    return Int(exactly: number)
  }
}

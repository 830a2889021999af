import CanonicalJSON
import Glibc

@testable import Domain

/// A payload as some version of the program wrote it into a log; kept for ever.
///
/// The files of `Golden` hold one a line: `type`, `schemaVersion`, `payload`, and for a version
/// that is written no more `present`, what is read of it now. Lines are added, never changed.
struct GoldenLine: Sendable, CustomStringConvertible {
  let type: String
  let schemaVersion: Int
  let payload: JSONObject
  /// The payload in the type's present version.
  let present: JSONObject

  static let files = [
    "organization", "strategy", "kpi", "cycle", "issue", "lesson", "design", "review", "redaction",
    "concept", "subsidy", "exclusion", "worth",
  ]

  static let all: [GoldenLine] = files.flatMap { file in
    text(of: file).split(separator: "\n").map { GoldenLine(String($0)) }
  }

  private init(_ line: String) {
    guard let object = try? JSON(parsing: line).object, let type = object["type"]?.string,
      case .number(let version)? = object["schemaVersion"],
      let payload = object["payload"]?.object
    else { preconditionFailure("no golden line: \(line)") }
    self.type = type
    schemaVersion = Int(version)
    self.payload = payload
    present = object["present"]?.object ?? payload
  }

  var description: String { "\(type) \(schemaVersion)" }

  /// - Throws: `PayloadError` when the program can't read it any more.
  func event() throws(PayloadError) -> DomainEvent {
    try DomainEvent(type: type, schemaVersion: schemaVersion, payload: Fields(payload))
  }

  private static func text(of file: String) -> String {
    let folder = #filePath.replacing("Shared/GoldenLine.swift", with: "Golden")
    guard let stream = fopen("\(folder)/\(file).ndjson", "r") else {
      preconditionFailure("\(folder)/\(file).ndjson can't be read")
    }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = getc(stream), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

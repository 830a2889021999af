package import CanonicalJSON

/// How a payload of one version becomes one of the next.
package protocol UpcastingStep: Sendable {
  func upcast(_ payload: JSONObject) throws(PayloadError) -> JSONObject
}

/// How payloads of earlier versions become what the codecs read: the one place that knows them.
///
/// A new optional field needs no new version: who doesn't know it passes it over, and the log
/// keeps it. A new version is for a payload whose meaning would be misread by who knows only the
/// one before.
package struct Upcasting: Sendable {
  /// By type, the step from version 1 to 2, then that from 2 to 3, and so on.
  private let steps: [String: [any UpcastingStep]]

  package init(_ steps: [String: [any UpcastingStep]]) { self.steps = steps }

  /// The steps that the events' cases name.
  package static let present = Upcasting(
    Dictionary(uniqueKeysWithValues: DomainEvent.cases.map { ($0.type, $0.steps) }))

  /// The version that the codec reads and writes.
  package func version(of type: String) -> Int { (steps[type]?.count ?? 0) + 1 }

  /// The payload in the type's present version.
  /// - Throws: `PayloadError.unsupportedVersion` for one that only a newer program knows.
  func upcast(
    _ payload: Fields, of type: String, from version: Int
  ) throws(PayloadError) -> Fields {
    if version == self.version(of: type) { return payload }
    return Fields(try upcast(payload.object, of: type, from: version))
  }

  /// The same of the object.
  package func upcast(
    _ payload: JSONObject, of type: String, from version: Int
  ) throws(PayloadError) -> JSONObject {
    guard (1...self.version(of: type)).contains(version) else {
      throw .unsupportedVersion(type: type, version: version)
    }
    var payload = payload
    for step in (steps[type] ?? []).dropFirst(version - 1) { payload = try step.upcast(payload) }
    return payload
  }
}

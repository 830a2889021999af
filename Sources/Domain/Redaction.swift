package import CanonicalJSON

/// That the texts of an earlier event of the same log were erased (stream `redactions`). Appended
/// by the log itself; no command of the domain makes it.
package enum RedactionEvent: Sendable, Equatable {
  case redacted(Redaction)
}

package struct Redaction: Sendable, Equatable {
  /// The redacted event's line, without payload and salt.
  package var envelope: JSONObject
  /// The leaf that stays in the tree, and SHA-256 of the payload left; lower-case hexadecimal.
  package var leafHash: String
  package var payloadHash: String
  package var reason: String
  /// Of the redacted event.
  package var position: Int
  package var type: String
}

extension RedactionEvent: StoredEvent {
  package static let cases: [EventCase<RedactionEvent>] = [
    EventCase("EventRedacted", RedactionEvent.redacted, Redaction.form) {
      if case .redacted(let redaction) = $0 { redaction } else { nil }
    }
  ]
}

extension Redaction {
  static let form = Field<Redaction>.record(
    Redaction.init(stored:_:_:_:), (\.envelope, .own("envelope")), (\.leafHash, .word("leafHash")),
    (\.payloadHash, .word("payloadHash")), (\.reason, .text("reason", .reason)))

  private init(
    stored envelope: JSONObject, _ leafHash: String, _ payloadHash: String, _ reason: String
  ) throws(PayloadError) {
    self.init(
      envelope: envelope, leafHash: leafHash, payloadHash: payloadHash, reason: reason,
      position: try Fields(envelope).int("position"), type: try Fields(envelope).string("type"))
  }
}

/// The texts that people write are what a redaction erases. Everything else stays, since later
/// events and the people who read on need it: ids, codes, accounts (pseudonymous), dates, numbers
/// and choices.
extension DomainEvent {
  /// Stands where a text was. It is a text that every field takes.
  package static let erased = "[redacted]"

  /// The payload without the texts that its type's form names, without any string that isn't what
  /// the form says, and without the strings of members that only a newer program knows; nil for a
  /// type that isn't known here.
  package static func redacted(_ payload: JSON, of type: String) -> JSON? {
    form(of: type).map { MemberShape.objects($0.members).erasing(payload) }
  }
}

extension DomainEvent {
  /// Every place where people write, by type: `items.title` of `DesignDrafted`.
  package static let textPlaces: [String: [String]] = Dictionary(
    uniqueKeysWithValues: cases.map { ($0.type, MemberShape.objects($0.members).textPlaces) })
}

extension DomainEvent {
  /// Every place where strings stand for something and stay when texts are erased, by type, with the
  /// form that they have: `lessonsConsulted` of `CyclePlanned` is an `ItemID`. Members of any name are `*`.
  package static let keptPlaces: [String: [String: StringForm]] = Dictionary(
    uniqueKeysWithValues: cases.map { ($0.type, MemberShape.objects($0.members).keptPlaces) })
}

extension MemberShape {
  fileprivate var keptPlaces: [String: StringForm] {
    switch self {
    case .text, .own: [:]
    case .strings(let form): form.name == StringForm.none.name ? [:] : ["": form]
    case .map(let shape):
      Dictionary(
        uniqueKeysWithValues: shape.keptPlaces.map { ($0.isEmpty ? "*" : "*.\($0)", $1) })
    case .objects(let members):
      members.reduce(into: [:]) { places, member in
        for (place, form) in member.value.keptPlaces {
          places[place.isEmpty ? member.key : "\(member.key).\(place)"] = form
        }
      }
    }
  }

  fileprivate var textPlaces: [String] {
    switch self {
    case .text: [""]
    case .strings, .own: []
    case .map(let shape): shape.textPlaces
    case .objects(let members):
      members.keys.sorted().flatMap { name in
        members[name]!.textPlaces.map { $0.isEmpty ? name : "\(name).\($0)" }
      }
    }
  }

  fileprivate func erasing(_ value: JSON) -> JSON {
    switch (value, self) {
    case (_, .own), (.null, _), (.bool, _), (.number, _): value
    case (.string(let text), .strings(let form)) where form.holds(text): value
    case (.string, _): .string(DomainEvent.erased)
    case (.array(let elements), _): .array(elements.map(erasing))
    case (.object(let object), .objects(let members)):
      .object(object.mapValues { (members[$0] ?? .unknown).erasing($1) })
    case (.object(let object), .map(let shape)):
      .object(object.mapValues { shape.erasing($1) })
    case (.object(let object), _): .object(object.mapValues { MemberShape.unknown.erasing($1) })
    }
  }

  private static let unknown = MemberShape.objects([:])
}

extension JSONObject {
  fileprivate func mapValues(_ change: (String, JSON) -> JSON) -> JSONObject {
    var object = self
    for member in self { object[member.key] = change(member.key, member.value) }
    return object
  }
}

package import CanonicalJSON

/// One case of an event as the log stores it: the type's name, how earlier versions become the
/// present one, and the payload. A storage contract; golden files hold it fixed.
package struct EventCase<Event>: Sendable {
  package let type: String
  /// From version 1 to 2, from 2 to 3, and so on; none in the first version.
  package let steps: [any UpcastingStep]
  package let members: [String: MemberShape]
  let read: @Sendable (Fields) throws(PayloadError) -> Event
  /// Nil for an event of another case.
  let write: @Sendable (Event) -> JSONObject?

  /// - Parameters:
  ///   - make: the case.
  ///   - fields: what the payload holds of its values, in their order.
  ///   - values: of an event of this case; nil for one of another.
  init<each Value: Sendable>(
    _ type: String, steps: [any UpcastingStep] = [],
    _ make: @escaping @Sendable (repeat each Value) -> Event,
    _ fields: repeat Field<each Value>,
    of values: @escaping @Sendable (Event) -> (repeat each Value)?
  ) {
    self.type = type
    self.steps = steps
    var members: [String: MemberShape] = [:]
    for field in repeat each fields { members.merge(field.members) { $1 } }
    self.members = members
    read = { (payload) throws(PayloadError) in make(repeat try (each fields).read(payload)) }
    write = { event in
      guard let values = values(event) else { return nil }
      var object = JSONObject()
      repeat (each fields).write(each values, &object)
      return object
    }
  }
}

extension EventCase {
  private init(
    _ type: String, _ steps: [any UpcastingStep], _ members: [String: MemberShape],
    _ read: @escaping @Sendable (Fields) throws(PayloadError) -> Event,
    _ write: @escaping @Sendable (Event) -> JSONObject?
  ) {
    self.type = type
    self.steps = steps
    self.members = members
    self.read = read
    self.write = write
  }

  /// The same form of an event that holds this one.
  func within<Outer>(
    _ make: @escaping @Sendable (Event) -> Outer, _ event: @escaping @Sendable (Outer) -> Event?
  ) -> EventCase<Outer> {
    EventCase<Outer>(
      type, steps, members, { (payload) throws(PayloadError) in make(try read(payload)) },
      { event($0).flatMap(write) })
  }
}

/// An event as the log stores it: an explicit type name and a payload of the type's present
/// version.
package protocol StoredEvent: Sendable, Equatable {
  /// One a case, in the order of the story.
  static var cases: [EventCase<Self>] { get }

  static var types: Set<String> { get }

  /// Nil for a type that isn't among them.
  static func form(of type: String) -> EventCase<Self>?
}

extension StoredEvent {
  package static var types: Set<String> { Set(cases.map(\.type)) }

  package static func form(of type: String) -> EventCase<Self>? {
    cases.first { $0.type == type }
  }

  /// The types without those named, which must be among them.
  static func types(except left: String...) -> Set<String> {
    precondition(types.isSuperset(of: left), "\(left) are no types of \(Self.self)")
    return types.subtracting(left)
  }

  package var type: String { stored.form.type }
  package var payload: JSON { .object(stored.payload) }

  /// The version in which events of its type are written now.
  package var schemaVersion: Int { stored.form.steps.count + 1 }

  private var stored: (form: EventCase<Self>, payload: JSONObject) {
    for form in Self.cases {
      if let payload = form.write(self) { return (form, payload) }
    }
    preconditionFailure("a case of \(Self.self) has no form")
  }

  /// Reads a payload of the type's present version; earlier ones pass `Upcasting` first.
  package init(type: String, payload: Fields) throws(PayloadError) {
    guard let form = Self.form(of: type) else { throw .unknownType(type) }
    self = try form.read(payload)
  }

  /// The way in for whatever a log holds: a payload of any version up to the present one.
  package init(
    type: String, schemaVersion: Int, payload: Fields, upcasting: Upcasting = .present
  ) throws(PayloadError) {
    guard let form = Self.form(of: type) else { throw .unknownType(type) }
    self = try form.read(upcasting.upcast(payload, of: type, from: schemaVersion))
  }

  /// The first of its texts that is empty, too long or holds control characters.
  package var textRefusal: TextRefusal? {
    let (form, payload) = stored
    return form.members.keys.sorted().lazy.compactMap { name in
      payload[name].flatMap { form.members[name]?.refusal(of: $0) }
    }.first
  }
}

extension MemberShape {
  fileprivate func refusal(of value: JSON) -> TextRefusal? {
    switch (value, self) {
    case (.array(let elements), _): elements.lazy.compactMap { refusal(of: $0) }.first
    case (.string(let text), .text(let field)): field.refusal(of: text)
    case (.object(let object), .objects(let members)):
      members.keys.sorted().lazy.compactMap { name in
        object[name].flatMap { members[name]?.refusal(of: $0) }
      }.first
    default: nil
    }
  }
}

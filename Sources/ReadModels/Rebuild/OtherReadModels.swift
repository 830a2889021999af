import Postgres

/// Read models in use that this program would make otherwise: neither reads nor writes them.
package struct OtherReadModels: Sendable, Equatable {
  /// `read_7`.
  package var schema: String
  /// Those of another version or with other tables; empty when nothing but views differs.
  package var projections: [Projection]

  package init(schema: String, projections: [Projection]) {
    self.schema = schema
    self.projections = projections
  }

  package struct Projection: Sendable, Equatable {
    package var name: String
    /// The version that the read models were built by; nil when they lack it.
    package var built: Int?
    /// This program's version; nil when it doesn't know it.
    package var own: Int?

    package init(name: String, built: Int?, own: Int?) {
      (self.name, self.built, self.own) = (name, built, own)
    }
  }

  /// Beside this program.
  package enum Age: Sendable, Equatable {
    case older, newer
    /// Versions are alike; only tables or views tell them apart.
    case unknown
  }

  /// Versions only rise, so that one that is above this program's is a newer program's.
  package var age: Age {
    if projections.contains(where: { $0.built ?? 0 > $0.own ?? 0 }) { return .newer }
    return projections.contains { $0.built ?? 0 < $0.own ?? 0 } ? .older : .unknown
  }
}

extension ReadSchema {
  /// Why the read models that the pointer names are not entered.
  static func refusal(in session: Session) throws -> ProjectionError {
    guard let pointer = try SchemaPointer.current(session) else { return .notBuilt }
    return .builtOtherwise(
      OtherReadModels(
        schema: pointer.schema,
        projections: try SchemaDefinition.differences(from: pointer, in: session)))
  }
}

package import Domain

/// Where a command goes: a stream that has its name, or the next of a kind.
package enum Destination: Sendable, Equatable {
  case stream(String)
  case next(ItemKind)

  var isNext: Bool {
    if case .next = self { true } else { false }
  }
}

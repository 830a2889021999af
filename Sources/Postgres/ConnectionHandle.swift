import CLibPQ

/// A libpq connection, closed when the handle goes.
struct ConnectionHandle: ~Copyable {
  /// Nil once closed.
  private(set) var pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) { self.pointer = pointer }

  mutating func close() {
    PQfinish(pointer)
    pointer = nil
  }

  deinit { PQfinish(pointer) }
}

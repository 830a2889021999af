import CLibPQ

/// One row of a result. It lives only inside the closure that it is handed to.
package struct Row: ~Copyable {
  private let result: OpaquePointer
  private let index: Int32

  init(result: OpaquePointer, index: Int32) {
    self.result = result
    self.index = index
  }

  package var columnCount: Int { Int(PQnfields(result)) }

  package var columnNames: [String] {
    (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }
  }

  package func decode<T: ColumnDecodable>(_ column: Column, as type: T.Type = T.self) throws -> T {
    guard let value = try decodeIfPresent(column, as: type) else {
      throw failure(column, "\(type)", .null)
    }
    return value
  }

  /// Nil for NULL.
  package func decodeIfPresent<T: ColumnDecodable>(
    _ column: Column, as type: T.Type = T.self
  ) throws -> T? {
    let number = try number(of: column)
    guard PQgetisnull(result, index, number) == 0 else { return nil }
    guard let value = T.decode(bytes(at: number)) else { throw mismatch(column, "\(type)") }
    return value
  }

  /// The value's text as bytes without a copy, nil for NULL. They must not leave the closure.
  package func withBytes<T>(
    _ column: Column, _ body: (UnsafeBufferPointer<UInt8>?) throws -> T
  ) throws -> T {
    let number = try number(of: column)
    guard PQgetisnull(result, index, number) == 0 else { return try body(nil) }
    return try body(bytes(at: number))
  }

  /// A one-dimensional array's elements.
  func elements(_ column: Column) throws -> [String?] {
    try withBytes(column) { bytes in
      guard let bytes else { throw failure(column, "an array", .null) }
      guard let elements = ArrayLiteral.decode(bytes) else { throw mismatch(column, "an array") }
      return elements
    }
  }

  func mismatch(_ column: Column, _ wanted: String) -> PostgresError {
    let type = (try? number(of: column)).map { PQftype(result, $0) } ?? 0
    return failure(column, wanted, .mismatch(type: type))
  }

  private func failure(
    _ column: Column, _ wanted: String, _ reason: DecodeError.Reason
  ) -> PostgresError {
    var name = column.description
    if case .index(let index) = column, let label = PQfname(result, Int32(index)) {
      name = "\(index) (\"\(String(cString: label))\")"
    }
    return .decode(DecodeError(column: name, wanted: wanted, reason: reason))
  }

  private func bytes(at column: Int32) -> UnsafeBufferPointer<UInt8> {
    let length = Int(PQgetlength(result, index, column))
    let start = UnsafeRawPointer(PQgetvalue(result, index, column)!)
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: length)
  }

  private func number(of column: Column) throws -> Int32 {
    switch column {
    case .index(let index) where index >= 0 && index < columnCount: return Int32(index)
    case .name(let name):
      for number in 0..<PQnfields(result) where String(cString: PQfname(result, number)) == name {
        return number
      }
    default: break
    }
    throw failure(column, "a value", .missingColumn(present: columnNames))
  }
}

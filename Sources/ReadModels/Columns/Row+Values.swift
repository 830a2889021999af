import Postgres

extension Row {
  /// A column read as a read-model value.
  func value<Value: ColumnValue>(_ column: Column, as _: Value.Type = Value.self) throws -> Value {
    guard let value = Value.decoded(try textIfPresent(column)) else {
      throw PostgresError.decode(
        DecodeError(
          column: column.description, wanted: "\(Value.self)", reason: .mismatch(type: 0)))
    }
    return value
  }
}

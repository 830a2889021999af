package import CivilTime
package import Postgres

/// SQL for an instant as whole microseconds since 1970, exact over the whole range.
package func microseconds(_ expression: String) -> String {
  "(extract(epoch FROM \(expression)) * 1000000)::bigint"
}

extension Row {
  /// A column made by `microseconds(_:)`.
  package func instant(_ column: Column) throws -> Instant {
    Instant(microseconds: try int64(column))
  }

  package func instantIfPresent(_ column: Column) throws -> Instant? {
    try int64IfPresent(column).map(Instant.init(microseconds:))
  }
}

import CivilTime
import Domain
import Postgres

extension Query.Interpolation {
  mutating func appendInterpolation(_ instant: Instant?) {
    appendInterpolation(instant?.rfc3339)
    appendLiteral("::timestamptz")
  }

  mutating func appendInterpolation(_ date: LocalDate?) {
    appendInterpolation(date?.description)
    appendLiteral("::date")
  }

  mutating func appendInterpolation(_ department: DepartmentCode?) {
    appendInterpolation(department?.rawValue)
    appendLiteral("::text")
  }

  mutating func appendInterpolation(_ account: Account?) {
    appendInterpolation(account?.rawValue)
    appendLiteral("::text")
  }

  /// The columns of a row type, as its `init(_:)` reads them.
  mutating func appendInterpolation<R: ReadRow>(_ row: R.Type, of alias: String? = nil) {
    appendInterpolation(unescaped: row.columns(of: alias))
  }
}

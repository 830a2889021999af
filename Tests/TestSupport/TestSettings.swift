import OperatingSystem
import Postgres

/// What the environment says about a test run.
package enum TestSettings {
  /// By how much the long tests are longer than usual: `PDCA_SOAK`, 1 where it isn't set.
  package static let soak = max(value("PDCA_SOAK").flatMap { Int($0) } ?? 1, 1)

  static func value(_ name: String) -> String? { ProcessEnvironment.variables()[name] }
}

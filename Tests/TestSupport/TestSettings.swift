import OperatingSystem
import Postgres

/// What the environment says about a test run.
package enum TestSettings {
  /// By how much the long tests are longer than usual: `PDCA_SOAK`, 1 where it isn't set.
  package static let soak = max(value("PDCA_SOAK").flatMap { Int($0) } ?? 1, 1)

  /// Whether trials of faults append as a member of a shared server, and not as the owner, whom rights and row
  /// security pass over: `PDCA_TEST_AS=member`.
  package static let worksAsMember = value("PDCA_TEST_AS") == "member"

  static func value(_ name: String) -> String? { ProcessEnvironment.variables()[name] }
}

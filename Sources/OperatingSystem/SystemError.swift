import Glibc
import SystemPackage

/// A system call that failed.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Such as `open /etc/motd`.
  package let action: String
  package let code: Int32

  package init(_ action: String, code: Int32 = errno) {
    self.action = action
    self.code = code
  }

  init(_ action: String, _ number: Errno) { self.init(action, code: number.rawValue) }

  package var description: String { "\(action): \(String(cString: strerror(code)))" }
}

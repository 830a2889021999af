import Glibc
import Postgres
import PrivateServer

/// A clock of a server's own, as Debian's `faketime` gives it to a program; the monotonic clock,
/// which deadlines go by, stays right.
package struct MovableClock: Sendable {
  private let library: String

  /// A missing library fails the test that asks for it.
  package init() throws {
    let candidates = ["x86_64", "aarch64"].map {
      "/usr/lib/\($0)-linux-gnu/faketime/libfaketime.so.1"
    }
    guard let found = candidates.first(where: { access($0, R_OK) == 0 }) else {
      throw TestClusterError(text: "no libfaketime: apt-get install faketime")
    }
    library = found
  }

  /// Words before a program, which then goes by the clock of that directory.
  package func environment(in directory: String) -> [String] {
    [
      "/usr/bin/env", "LD_PRELOAD=\(library)", "FAKETIME_TIMESTAMP_FILE=\(path(in: directory))",
      "FAKETIME_NO_CACHE=1", "DONT_FAKE_MONOTONIC=1", "FAKETIME_DONT_FAKE_MONOTONIC=1",
    ]
  }

  /// The variables of a program whose clock stands still. None reads a file: with one, a thread may see
  /// the machine's clock while another reads it.
  package func variables(standingAt time: String) -> [String: String] {
    [
      "LD_PRELOAD": library, "FAKETIME": time, "DONT_FAKE_MONOTONIC": "1",
      "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    ]
  }

  /// Written in place, so that the file stays the server account's.
  package func set(_ offset: String, in directory: String) throws {
    let path = path(in: directory)
    guard let file = fopen(path, "w") else {
      throw TestClusterError(text: "\(path) can't be written")
    }
    fputs(offset + "\n", file)
    fclose(file)
    try ServerAccount.give(path)
  }

  private func path(in directory: String) -> String { directory + "/clock" }
}

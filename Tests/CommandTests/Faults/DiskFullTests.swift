import Glibc
import Postgres
import TestSupport
import Testing

@Suite("A full disk")
struct DiskFullTests {
  /// The log's table moves to a file system of two megabytes, mounted by root or by sudo.
  /// Where neither may, the test fails: one that is skipped shows nothing.
  @Test("Ends with 74, saves nothing of the command, and the next one goes on once there is room")
  func diskFull() async throws {
    try await withCycle { pdca async throws in
      try await withSmallFileSystem { directory in
        let administrator = try await Connection.open(pdca.target)
        let space = "small_\(getpid())"
        try await administrator.executeScript("CREATE TABLESPACE \(space) LOCATION '\(directory)'")
        try await administrator.executeScript("ALTER TABLE log.event SET TABLESPACE \(space)")
        let text = String(repeating: "あいうえお", count: 500)
        var run = try pdca("do", "SALES-1", text)
        var saved = 0
        while run.status == 0, saved < 2_000 {
          saved += 1
          run = try pdca("issue", "raise", text, "--to", "promoter")
          try fill(directory)
        }
        #expect(run.status == 74, "\(run)")
        #expect(run.errors.contains("the database's disk is full. Nothing was saved."))
        try? release(directory)
        #expect(try pdca("do", "SALES-1", "Room again").status == 0)
        let last = try await administrator.first(
          #"SELECT count(*) = max("position") FROM log.event WHERE department = 'SALES'"#
        ) { try $0.bool(0) }
        #expect(last == true)
        try await administrator.executeScript("ALTER TABLE log.event SET TABLESPACE pg_default")
        try await administrator.executeScript("DROP TABLESPACE \(space)")
        await administrator.close()
      }
    }
  }

  /// Takes what is left of the file system but for a page.
  private func fill(_ directory: String) throws {
    _ = try ChildProcess.run(
      ["/bin/sh", "-c", "dd if=/dev/zero of=\(directory)/filler bs=4k count=4096 2>/dev/null"])
  }

  private func release(_ directory: String) throws {
    _ = try ChildProcess.run(["/bin/rm", "\(directory)/filler"])
  }

  private func withSmallFileSystem(_ body: (String) async throws -> Void) async throws {
    let directory = "/var/tmp/pdca-small-\(getpid())"
    _ = try ChildProcess.run(["/bin/mkdir", "-p", directory])
    let isRoot = getuid() == 0
    let root = isRoot ? [] : ["sudo", "-n"]
    // The server of root's tests runs as another.
    let owner = isRoot ? "postgres" : "\(getuid())"
    let mounted = try ChildProcess.run(
      root + ["mount", "-t", "tmpfs", "-o", "size=2m,mode=0700,uid=\(owner)", "tmpfs", directory])
    try #require(
      mounted.status == 0, "a small file system can't be mounted: \(mounted.output)")
    defer {
      _ = try? ChildProcess.run(root + ["umount", directory])
      _ = try? ChildProcess.run(["/bin/rmdir", directory])
    }
    try await body(directory)
  }
}

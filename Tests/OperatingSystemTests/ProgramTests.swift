import Glibc
import OperatingSystem
import Testing

@Suite("Programs that this one starts")
struct ProgramTests {
  @Test("A program's output, errors and status come back together")
  func outcome() async throws {
    let found = try await Program(["/bin/sh", "-c", "echo out; echo err >&2; exit 7"]).run()
    #expect(found.status == 7 && found.output == "out\nerr\n")
  }

  @Test("A signal's number is added to 128")
  func signal() async throws {
    #expect(try await Program(["/bin/sh", "-c", "kill -TERM $$"]).run().status == 128 + SIGTERM)
  }

  @Test("More than a pipe holds goes in and comes out")
  func longInput() async throws {
    let text = String(repeating: "予測 72\n", count: 40_000)
    #expect(try await Program(["cat"]).run(input: text).output == text)
  }

  @Test("A program that doesn't read its input is no failure")
  func unreadInput() async throws {
    let text = String(repeating: "x", count: 400_000)
    #expect(try await Program(["/bin/sh", "-c", "exec <&-; exit 3"]).run(input: text).status == 3)
  }

  @Test(
    "A program that isn't there is named, with the system's reason",
    arguments: ["no-such", "/no/such"])
  func missing(name: String) async throws {
    await #expect(throws: SystemError("start \(name)", code: ENOENT)) {
      _ = try await Program([name]).run()
    }
  }

  @Test("A program that takes too long is ended")
  func late() async throws {
    await #expect(throws: Program.Late.self) {
      _ = try await Program(["sleep", "60"]).run(within: .milliseconds(50))
    }
  }

  @Test("Variables are added to the environment")
  func variables() async throws {
    let found = try await Program(["/bin/sh", "-c", "echo $A"], variables: ["A": "b c"]).run()
    #expect(found.output == "b c\n")
  }

  @Test("A program runs as another account, with its groups, as often as it is asked")
  func account() async throws {
    guard geteuid() == 0, let other = SystemAccount(named: "nobody") else { return }
    for _ in 0..<40 {
      let found = try await Program(["/bin/sh", "-c", "id -u; id -g; id -G"], account: other)
        .run(within: .seconds(20))
      let ids = found.output.split(separator: "\n")
      #expect(ids.prefix(2) == ["\(other.user)", "\(other.group)"] && found.status == 0)
      #expect(ids.last?.hasPrefix("\(other.group)") == true)
    }
  }

  @Test("A hundred programs of another account's start while threads come and go")
  func accountAmongThreads() async throws {
    let account = geteuid() == 0 ? SystemAccount(named: "postgres") : nil
    let user = account?.user ?? geteuid()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for _ in 0..<20_000 { startAndEndThread() } }
      for _ in 0..<100 {
        let run = try await Program(["id", "-u"], account: account).run(within: .seconds(60))
        #expect(run.output == "\(user)\n")
      }
      try await group.waitForAll()
    }
  }

  @Test("No descriptor of this process reaches a program, whatever its number or flags")
  func descriptors() async throws {
    let opened = open("/dev/null", O_RDONLY)
    defer { close(opened) }
    // The lowest free ones from there on: other tests have descriptors open meanwhile.
    let inheritable = [9, 63, 200].map { fcntl(opened, F_DUPFD, $0 as Int32) }
    defer { for number in inheritable { close(number) } }
    let run = try await Program(["/bin/sh", "-c", "ls /proc/$$/fd"]).run()
    #expect(Set(run.output.split(separator: "\n")).isSubset(of: ["0", "1", "2", "3"]))
  }

  @Test("A program that outlives its parent is in a session of its own and writes to its log")
  func detached() async throws {
    let log = "/tmp/pdca-detached-\(getpid())"
    defer { unlink(log) }
    let line = "echo $(ps -o sid= -p $$) $$; ls /proc/$$/fd; exit 5"
    let program = try await DetachedProgram.start(Program(["/bin/sh", "-c", line]), log: log)
    while program.statusIfEnded == nil { try await Task.sleep(for: .milliseconds(5)) }
    #expect(program.statusIfEnded == 5)
    let lines = try TextFile.read(log).split(separator: "\n")
    let ids = lines[0].split(separator: " ")
    #expect(ids.count == 2 && ids[0] == ids[1])
    #expect(!lines.dropFirst().contains("9"))
  }

  @Test("One that can't be started at all says so")
  func detachedMissing() async throws {
    await #expect(throws: SystemError.self) {
      _ = try await DetachedProgram.start(Program(["/no/such"]))
    }
  }
}

private func startAndEndThread() {
  var thread = pthread_t()
  pthread_create(&thread, nil, { _ in nil }, nil)
  pthread_join(thread, nil)
}

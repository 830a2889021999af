import Glibc
import OperatingSystem
import Postgres
import TestSupport
import Testing

@Suite("Ctrl-C while a command works")
struct InterruptionTests {
  static let id = "00000000-0000-4000-8000-0000000000c0"

  @Test("The server is asked to cancel it, and the person is told that nothing was saved: 130")
  func whileWaiting() async throws {
    for (language, sentence, doubt) in [
      (
        "en", "Error: interrupted. Nothing was saved.\n",
        "Error: interrupted. It is still unknown whether this was saved before.\n"
      ),
      (
        "ja", "エラー: 中断しました。何も保存されていません。\n",
        "エラー: 中断しました。前回保存できたかどうかは、まだ確認できません。\n"
      ),
    ] {
      try await withCycle { pdca async throws in
        let pdca = pdca.with("PDCA_LANG", language)
        // One that may have been given before says so: it was stopped before it could look.
        for repetition in [[], ["--command-id", Self.id]] {
          let run = try await pdca.holding("SALES") {
            let command = try pdca.started(["do", "SALES-1", "Called"] + repetition)
            _ = try await pdca.waitingBackend()
            kill(command.process.pid, SIGINT)
            return command.finish()
          }
          #expect(run.status == 130)
          #expect(
            repetition.isEmpty ? run.errors == sentence : run.errors.hasPrefix(doubt), "\(run)")
          #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":0,"#))
        }
        #expect(try pdca("do", "SALES-1", "Called", "--command-id", Self.id).status == 0)
        #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":1,"#))
      }
    }
  }

  @Test("A clock that is days off the server's records nothing", arguments: [5, -5])
  func clock(days: Int) async throws {
    try await withCycle { pdca async throws in
      let clock = try MovableClock()
      try clock.set("\(days > 0 ? "+" : "")\(days)d", in: pdca.home)
      var later = pdca
      for setting in clock.environment(in: pdca.home).dropFirst() {
        let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
        later = later.with(parts[0], parts[1])
      }
      let run = try later("do", "SALES-1", "Called")
      #expect(run.status == 69)
      #expect(run.errors.contains("this machine's clock says"), "\(run)")
      #expect(run.errors.contains("Nothing was saved."))
      #expect(try later("cycle", "list").status == 0)
      #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":0,"#))
      let meant = try later.with("PDCA_CLOCK_CHECK", "off")("do", "SALES-1", "Called")
      #expect(days < 0 || meant.status == 0, "\(meant)")
    }
  }

  @Test("An import says how far it came; run again it adds the rest and doubles nothing")
  func whileImporting() async throws {
    try await withOrganization { pdca async throws in
      let file = pdca.home + "/actions.csv"
      let script = "(echo department,occurred_at,actor,text; seq -f sales,2025-03-10,sato,a%g 3000)"
      _ = try ChildProcess.run(["/bin/sh", "-c", "\(script) >\(file)"])
      let run = try await pdca.holding("SALES") {
        let command = try pdca.started("import", "actions", file)
        _ = try await pdca.waitingBackend()
        kill(command.process.pid, SIGINT)
        return command.finish()
      }
      #expect(run.status == 130)
      #expect(run.errors.contains("Interrupted: "), "\(run)")
      let again = try pdca("import", "actions", file)
      #expect(again.status == 0)
      #expect(
        try pdca("import", "actions", file).output.contains("0 added, 3,000 there already"))
    }
  }

  @Test("A second one ends it at once")
  func twice() async throws {
    try await withCycle { pdca async throws in
      let status = try await pdca.holding("SALES") {
        let command = try pdca.started("do", "SALES-1", "Called")
        kill(try await pdca.waitingBackend(), SIGSTOP)
        let backend = try await pdca.waitingBackend()
        defer { kill(backend, SIGCONT) }
        // A second one that comes before the first was taken is the first.
        var status: Int32?
        for _ in 0..<200 where status == nil {
          kill(command.process.pid, SIGINT)
          try await Task.sleep(for: .milliseconds(300))
          status = command.process.exitIfEnded()
        }
        return status
      }
      #expect(status == 130)
    }
  }
}

/// A command under way, with the files that its output goes to.
struct StartedCommand {
  let process: ChildProcess
  fileprivate let errors: String

  /// Waits for its end; its output isn't kept.
  func finish() -> CommandLineRunner.Run {
    let status = process.waitForExit()
    let text = (try? TextFile.readIfPresent(errors)) ?? nil
    return CommandLineRunner.Run(status: status, output: "", errors: text ?? "")
  }
}

extension CommandLineRunner {
  /// Starts a command that can be sent signals.
  func started(_ arguments: String...) throws -> StartedCommand { try started(arguments) }

  func started(_ arguments: [String]) throws -> StartedCommand {
    let errors = "\(home)/errors-\(UInt64.random(in: 0...UInt64.max))"
    let shell = ["/bin/sh", "-c", "exec \"$@\" 2>\(errors)", "sh"]
    // The tests beside this one may keep its signal from being sent for a while.
    let patient = with("PDCA_DEADLINE", "600").command(arguments)
    return StartedCommand(process: try ChildProcess.start(shell + patient), errors: errors)
  }
}

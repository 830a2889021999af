import ArgumentParser
import Glibc
import Postgres
import Terminal

/// Runs a command's work, tells its failure to the person, and ends the process with the right
/// exit status.
enum Reception {
  static func serve(
    _ options: GlobalOptions, _ work: (Answer) async throws -> Void
  ) async -> Never {
    let console = Console()
    let answer = Answer(options, console: console)
    do {
      try await work(answer)
      // What was interrupted and came through all the same still ends a script's loop.
      exit(
        console.finish(Interruption.wasReceived ? .interrupted : .ok, language: answer.language))
    } catch let status as ExitStatus {
      exit(console.finish(status.code, language: answer.language))
    } catch {
      let failure = Failure(error)
      let lines = failure.text(in: answer.language).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      let fitted = console.isErrorTerminal ? FittedText.lines(lines, width: console.width) : lines
      console.note(fitted.joined(separator: "\n"))
      exit(console.finish(failure.exitCode, language: answer.language))
    }
  }
}

/// An exit status without an error: the command has said itself what there is to say.
struct ExitStatus: Error {
  let code: Terminal.ExitCode
}

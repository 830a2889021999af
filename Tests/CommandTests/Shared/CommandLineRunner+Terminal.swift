import Postgres
import TestSupport

extension CommandLineRunner {
  /// Runs the program on a terminal of its own, with what a person types. The terminal shows output
  /// and errors alike, and what is typed too; lines end as a terminal ends them.
  func onTerminal(_ arguments: String..., typing typed: String) throws -> Run {
    try onTerminal(arguments, typing: typed)
  }

  func onTerminal(_ arguments: [String], typing typed: String) throws -> Run {
    let command = ([Self.program] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try ChildProcess.run(
      ["/usr/bin/env", "-i"] + environment.map { "\($0)=\($1)" }.sorted()
        // A question more than was typed for would wait for ever.
        + ["timeout", "300", "script", "--quiet", "--return", "--command", command, "/dev/null"],
      input: typed)
    return Run(status: outcome.status, output: Self.shown(outcome.output), errors: "")
  }

  private static func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
  }
}

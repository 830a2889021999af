import OperatingSystem
import Testing

/// What commands said that ended with another status than 0, by test, in the file that
/// `PDCA_TEST_RUNS` names: `.ci/test` shows it of the tests that failed.
enum UnsuccessfulRuns {
  private static let path = ProcessEnvironment.variables()["PDCA_TEST_RUNS"]

  static func keep(_ arguments: [String], _ run: CommandLineRunner.Run) throws {
    guard let path, let test = Test.current else { return }
    let said = (run.errors + run.output).split(separator: "\n").prefix(8).joined(separator: " | ")
    let words = arguments.joined(separator: " ")
    try TextFile.append(
      "\(test.displayName ?? test.name)\tpdca \(words)\t\(run.status)\t\(said)\n", to: path)
  }
}

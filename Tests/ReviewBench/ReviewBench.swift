import CanonicalJSON
import Foundation
import SimulatedYear

/// Makes years, and holds what reviews say of them against what is true.
///
///     review-bench make SEED FOLDER           year.ndjson and truth.json of a made-up year
///     review-bench plan TRUTH                 the reports to write: kind, id, as of which day
///     review-bench write TRUTH REPORTS        the reports, from the database in PDCA_HOME
///     review-bench judge TRUTH LOG REPORTS    what the reports, written, come to
///     review-bench alarms SEEDS               false alarms of charts alone, over many years
@main
enum ReviewBench {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("make", 3): try make(seed: UInt64(arguments[1]) ?? 1, in: arguments[2])
    case ("plan", 2): try plan(arguments[1])
    case ("write", 3): try await write(arguments[1], arguments[2])
    case ("judge", 4): try judge(arguments[1], arguments[2], arguments[3])
    case ("alarms", 2): FalseAlarms.tell(seeds: UInt64(arguments[1]) ?? 20)
    default:
      FileHandle.standardError.write(
        Data("usage: review-bench make|plan|write|judge|alarms (see its source)\n".utf8))
      exit(64)
    }
  }

  private static func make(seed: UInt64, in folder: String) throws {
    let year = SimulatedYear(seed: seed)
    let log = year.log.joined(separator: "\n") + "\n"
    try log.write(toFile: folder + "/year.ndjson", atomically: true, encoding: .utf8)
    try (year.truth.json.canonical + "\n").write(
      toFile: folder + "/truth.json", atomically: true, encoding: .utf8)
  }

  private static func plan(_ path: String) throws {
    for report in ReportPlan(try truth(path)).reports {
      print(report.kind, report.id, report.asOf)
    }
  }

  private static func write(_ path: String, _ folder: String) async throws {
    let truth = try truth(path)
    try await ReportWriting(plan: ReportPlan(truth), truth: truth, folder: folder).run()
  }

  private static func judge(_ path: String, _ log: String, _ folder: String) throws {
    let truth = try truth(path)
    let reports = ReportPlan(truth).reports.compactMap { WrittenReport($0, in: folder) }
    let charts = try WrittenCharts(folder: folder, log: log)
    Judgment(truth: truth, reports: reports, charts: charts).tell()
  }

  private static func truth(_ path: String) throws -> YearTruth {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let truth = YearTruth(json: try JSON(parsing: text)) else {
      throw BenchError(text: "\(path) is no truth of a year")
    }
    return truth
  }
}

struct BenchError: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

import CivilTime
import Domain
import Foundation
import SimulatedYear

/// What a year's reports come to, beside what was true of it.
struct Judgment {
  let truth: YearTruth
  let reports: [WrittenReport]
  let charts: WrittenCharts

  /// Days by which a change may be dated early or late and is still that change.
  static let tolerance = 31

  private var weekly: [WrittenReport] { reports.filter { $0.plan.kind == "week" } }
  private var monthly: [WrittenReport] { reports.filter { $0.plan.kind == "month" } }
  /// The one that reviews all.
  private var head: String? { reports.map(\.department).first { $0 == "HQ" } }

  func tell() {
    let changed = charts.changed
    row("readings on full limits withdrawn or reversed", "\(changed.withdrawn) of \(changed.said)")
    row("  appeared of old points, nothing completed", "\(changed.appeared)")
    tellSteps()
    tellDelays()
    tellCauses()
    tellAlarms()
    tellAsks()
    tellLengths()
  }

  private func row(_ name: String, _ value: String) {
    print("\(name)\(String(repeating: " ", count: max(1, 58 - name.count)))\(value)")
  }

  private func matches(_ told: WrittenReport.Change, _ change: TrueChange) -> Bool {
    guard told.kpi == change.kpi.reference, let onset = told.onset else { return false }
    return onset >= change.onset.adding(days: -Self.tolerance)
      && change.until.map { onset < $0 } ?? true
      && change.isImprovement.map { told.reading == ($0 ? "improvement" : "concern") } ?? true
  }

  /// The department's weekly reports in which a change could be told, from its onset on.
  private func reports(of change: TrueChange) -> [WrittenReport] {
    weekly.filter { report in
      report.department == change.department && report.days.last >= change.onset
        && change.until.map { report.days.last < $0 } ?? true
    }
  }

  /// A decision that is carried out already and brought nothing leaves it a concern.
  private func isOngoing(_ change: TrueChange, in report: WrittenReport) -> Bool {
    report.days.last >= change.onset && change.ended.map { report.days.last < $0 } ?? true
  }

  private var concerns: [TrueChange] { truth.changes.filter { $0.isImprovement == false } }

  private func isRight(_ report: WrittenReport, _ change: TrueChange) -> Bool {
    guard let first = report.first else { return false }
    let issue = change.after.issue
    return first.about == change.kpi.reference || first.about == issue
  }

  private func tellSteps() {
    var (right, all) = (0, 0)
    for change in concerns {
      let weeks = reports(of: change).drop { report in
        !report.changes.contains { matches($0, change) }
      }
      // The head's review is of all departments: any true concern may come first in it.
      let others = concerns.filter {
        ($0.department == change.department || change.department == head) && $0 != change
      }
      for report in weeks {
        all += 1
        let isFirst =
          isRight(report, change)
          || others.contains {
            isRight(report, $0) && isOngoing($0, in: report)
          }
        right += isFirst ? 1 : 0
        if !isFirst, isVerbose {
          print(
            "    \(report.plan.id): \(change.kpi.reference) is not first, but \(report.first.map { "\($0)" } ?? "nothing")"
          )
        }
      }
    }
    row("first step right, weeks of true concerns", share(right, all))
  }

  private var isVerbose: Bool { ProcessInfo.processInfo.environment["BENCH_VERBOSE"] != nil }

  private func tellDelays() {
    tellDelay("weeks until a true change is in its review", of: truth.changes) { report, change in
      report.changes.contains { matches($0, change) }
    }
    tellDelay("weeks until a true concern is first in it", of: concerns) { report, change in
      report.changes.contains { matches($0, change) } && isRight(report, change)
    }
  }

  private func tellDelay(
    _ name: String, of changes: [TrueChange], _ isThere: (WrittenReport, TrueChange) -> Bool
  ) {
    var delays: [Int] = []
    var unseen: [String] = []
    for change in changes {
      if let place = reports(of: change).firstIndex(where: { isThere($0, change) }) {
        delays.append(place + 1)
      } else {
        unseen.append("\(change.kpi.reference) \(change.onset)")
      }
    }
    delays.sort()
    let median = delays.isEmpty ? "-" : "\(delays[delays.count / 2])"
    let most = delays.last.map(String.init) ?? "-"
    row(
      name,
      "median \(median), most \(most), of \(changes.count); not: \(unseen.isEmpty ? "none" : unseen.joined(separator: ", "))"
    )
  }

  private func tellCauses() {
    var (right, aimed, silent, plain) = (0, 0, 0, 0)
    for change in truth.changes {
      let told = reports(of: change).flatMap(\.changes).first { matches($0, change) }
      guard let told else { continue }
      let cycles = change.after.cycles
      if !cycles.isEmpty {
        let isFirst = told.firstCause.map(cycles.contains) ?? false
        aimed += 1
        right += isFirst ? 1 : 0
        if !isFirst, isVerbose {
          print(
            "    cause of \(change.kpi.reference) \(change.onset): \(told.firstCause ?? "none"), not \(cycles)"
          )
        }
      } else {
        plain += 1
        silent += told.isAimed ? 0 : 1
        if told.isAimed, isVerbose {
          print(
            "    cause of \(change.kpi.reference) \(change.onset): \(told.firstCause ?? "none"), not none"
          )
        }
      }
    }
    row("causes: the cycle that was aimed at it, first", share(right, aimed))
    row("  no cycle was aimed at it, and the review says so", share(silent, plain))
  }

  /// Changes that reviews tell of and that aren't true.
  private func tellAlarms() {
    var (weeks, points) = (0.0, 0.0)
    var seen: Set<String> = []
    for kpi in truth.kpis where !kpi.drifts {
      let changes = truth.changes.filter { $0.kpi.reference == kpi.reference }
      let told = weekly.filter { $0.department != head || kpi.reference.hasPrefix("HQ/") }
        .flatMap(\.changes).filter { $0.kpi == kpi.reference }
      for one in told where !changes.contains(where: { matches(one, $0) }) {
        // After a true change all that points its way is part of it.
        seen.insert("\(one.kpi) \(one.reading) \(one.onset.map { "\($0)" } ?? "-")")
      }
      let last = kpi.retired ?? truth.end
      weeks += Double(truth.founded.days(until: last)) / 7
      points += Double(charts.observed(of: kpi.reference, since: truth.founded))
    }
    let each = Double(seen.count) * 52
    row(
      "changes told that aren't true, a KPI and 52 points",
      String(
        format: "%.2f (%d in %.0f points; a KPI and 52 weeks %.2f)", each / max(1, points),
        seen.count, points, each / weeks))
    if isVerbose { for alarm in seen.sorted() { print("    \(alarm)") } }
  }

  /// If every review acknowledged what it asks for, what would the next ones ask?
  private func tellAsks() {
    for (kind, reports) in [("week", weekly), ("month", monthly)] {
      var known: [String: Set<WrittenReport.Ask>] = [:]
      var (asked, ofOne) = ([Int](), 0)
      for report in reports {
        let new = report.asks.subtracting(known[report.department, default: []])
        known[report.department, default: []].formUnion(report.asks)
        asked.append(new.count)
        ofOne = max(ofOne, Dictionary(grouping: new, by: \.kpi).values.map(\.count).max() ?? 0)
      }
      row(
        "acknowledgements to close a \(kind)",
        String(
          format: "mean %.2f, most %d, most of one KPI %d",
          Double(asked.reduce(0, +)) / Double(max(1, asked.count)), asked.max() ?? 0, ofOne))
    }
  }

  private func tellLengths() {
    let weeks = weekly.filter { $0.department != head }
    let groups: [(String, Int, [WrittenReport])] = [
      ("a department's quiet week", 20, weeks.filter(\.isQuiet)),
      ("a department's other week", 45, weeks.filter { !$0.isQuiet }),
      ("a department's month", 150, monthly.filter { $0.department != head }),
      ("the company's week", 150, weekly.filter { $0.department == head }),
      ("the company's month", 150, monthly.filter { $0.department == head }),
    ]
    for (name, floor, group) in groups {
      let (en, ja) = (group.map(\.lines.en).sorted(), group.map(\.lines.ja).sorted())
      guard let most = en.last, let mostJa = ja.last else { continue }
      let longer = group.filter { max($0.lines.en, $0.lines.ja) > floor }
      row(
        "lines of \(name)",
        "median \(ja[ja.count / 2]), most \(most) (Japanese \(mostJa)); over \(floor): \(share(longer.count, group.count))"
      )
      if isVerbose { for report in longer { print("    \(report.plan.id) \(report.lines)") } }
    }
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    whole == 0
      ? "none"
      : String(format: "%d of %d (%.0f %%)", part, whole, 100 * Double(part) / Double(whole))
  }
}

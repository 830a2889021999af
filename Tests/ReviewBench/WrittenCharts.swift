import CanonicalJSON
import CivilTime
import Foundation

/// What every KPI's chart said as of several days, as `pdca kpi chart --json` wrote it into
/// `charts/KPI@DAY.json` (with `.` for `/`).
struct WrittenCharts {
  /// A point's reading by one rule on full limits.
  struct Reading: Hashable {
    let period: String
    let rule: String
    let reading: String
  }

  struct Sight {
    let day: LocalDate
    let last: String
    /// The latest periods, the last one first: a later point may complete a pattern of theirs without
    /// being flagged itself.
    let recent: [String]
    let readings: Set<Reading>
    /// Rules, and the periods that complete them.
    let completed: [String: [String]]
  }

  /// By KPI, in the order of days.
  private(set) var sights: [String: [Sight]] = [:]
  /// Days on which a person acted upon a KPI's chart or values.
  private var acts: [String: [LocalDate]] = [:]

  init(folder: String, log: String) throws {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/charts")) ?? []
    for file in files.sorted() where file.hasSuffix(".json") {
      let parts = file.dropLast(5).split(separator: "@")
      guard parts.count == 2, let day = LocalDate(iso: String(parts[1])),
        let data = FileManager.default.contents(atPath: "\(folder)/charts/\(file)"),
        let chart = try? JSON(parsing: String(decoding: data, as: UTF8.self)).object
      else { continue }
      sights[parts[0].replacingOccurrences(of: ".", with: "/"), default: []].append(
        Sight(day, chart))
    }
    try readActs(log)
  }

  private mutating func readActs(_ log: String) throws {
    let types = ["ObservationCorrected", "PointExcluded", "BaselineFixed", "LimitsRebased"]
    for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
      guard types.contains(where: { line.contains("\"type\":\"\($0)\"") }),
        let event = try JSON(parsing: String(line)).object,
        let day = LocalDate(iso: String(event.text("recordedAt").prefix(10)))
      else { continue }
      let kpi = "\(event.text("department"))/\(event.text("stream").dropFirst(4))"
      acts[kpi, default: []].append(day)
    }
  }

  /// How many points the last chart has from the day on.
  func observed(of kpi: String, since day: LocalDate) -> Int {
    sights[kpi]?.last?.recent.count { $0 >= "\(day)" } ?? 0
  }

  /// Readings said, and those withdrawn, reversed, or said afterwards of an old point though no
  /// later one completed a pattern.
  var changed: (said: Int, withdrawn: Int, appeared: Int) {
    var (said, withdrawn, appeared) = (0, 0, 0)
    for (kpi, seen) in sights {
      said += seen.last?.readings.count ?? 0
      for (before, after) in zip(seen, seen.dropFirst()) {
        let isActedUpon = (acts[kpi] ?? []).contains {
          before.day <= $0.adding(days: 1) && $0 <= after.day
        }
        if isActedUpon { continue }
        withdrawn += before.readings.subtracting(after.readings).count
        let late = after.readings.subtracting(before.readings).filter { $0.period <= before.last }
        appeared +=
          late.count { reading in
            let isOpen = before.recent.prefix(2).contains(reading.period)
            return !(isOpen && reading.rule == "twoOfThree")
              && !(after.completed[reading.rule] ?? []).contains { $0 > before.last }
          }
      }
    }
    return (said, withdrawn, appeared)
  }
}

extension WrittenCharts.Sight {
  fileprivate init(_ day: LocalDate, _ chart: JSONObject) {
    var readings: Set<WrittenCharts.Reading> = []
    var completed: [String: [String]] = [:]
    let points = chart.list("points")
    for point in points {
      let period = point.text("period")
      guard point.text("state") == "full" else { continue }
      for signal in point.list("signals") where signal["provisional"] != .bool(true) {
        let rule = signal.text("rule")
        readings.insert(.init(period: period, rule: rule, reading: signal.text("reading")))
        if signal["completes"] == .bool(true) { completed[rule, default: []].append(period) }
      }
    }
    self.init(
      day: day, last: points.last?.text("period") ?? "",
      recent: points.reversed().map { $0.text("period") }, readings: readings, completed: completed)
  }
}

import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import Foundation
import Office
import Orders
import Postgres
import Presentation
import PrivateServer
import Reviews
import SimulatedYear
import Statistics
import Terminal

/// Writes a year's reports and charts, as the command line would: all of a day from one look at the
/// logs as they were then, since looking back takes longer than the reports.
struct ReportWriting {
  let plan: ReportPlan
  let truth: YearTruth
  let folder: String

  /// - Parameter connection: to a database that holds the year.
  func run() async throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/charts", withIntermediateDirectories: true)
    // No member of a made-up year has a login here: its owner looks at all of it.
    let cluster = try LocalCluster.usual()
    let connection = try await Connection.open(cluster.target(role: cluster.administratorRole))
    try await connection.perform { session in
      let office = try Office(in: session, at: .now())
      for day in Set(plan.reports.map(\.asOf)).sorted() where day <= office.today {
        let moment = try office.moment(for: MomentRequest(asOf: "\(day)"))!
        try office.looking(at: moment) { try write(day, at: $0) }
      }
    }
    await connection.close()
  }

  private func write(_ day: LocalDate, at office: Office) throws {
    let own = plan.reports.filter { $0.asOf == day }
    for report in own {
      // A department that doesn't exist yet, or no longer, has no review.
      guard (try? office.department(named: report.id.department.rawValue)) != nil else { continue }
      try write(report, at: office)
    }
    guard own.contains(where: { $0.kind == "month" }) else { return }
    for kpi in truth.kpis { try writeChart(of: kpi.reference, day, at: office) }
  }

  private func write(_ planned: PlannedReport, at office: Office) throws {
    let report = try office.report(ReportRequest(planned.id)).report
    try put(report.json.canonical + "\n", "\(planned.id).json")
    for language in [Language.english, .japanese] {
      let words = ReviewWords(
        report, language, rest: "pdca review \(planned.kind) \(planned.id) --full")
      let lines = words.document.lines(Layout())
      // An empty line, and the command that goes on from there.
      try put(
        (lines + ["", ""]).map { $0 + "\n" }.joined(), "\(planned.id).\(language.rawValue).txt")
    }
  }

  private func writeChart(of kpi: String, _ day: LocalDate, at office: Office) throws {
    guard let reference = KPIReference(kpi), try office.kpi(reference) != nil else { return }
    let chart = try office.chart(
      of: reference, under: .nhsMDC, options: ChartVariant(), annotated: false)
    let json = ChartJSON.canonical(chart.picture(in: .english))
    let name = kpi.replacingOccurrences(of: "/", with: ".")
    try put(String(decoding: json, as: UTF8.self) + "\n", "charts/\(name)@\(day).json")
  }

  private func put(_ text: String, _ name: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
  }
}

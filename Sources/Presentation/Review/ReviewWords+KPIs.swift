import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics
import Terminal
import Wording

extension ReviewWords {
  var kpis: DocumentSection {
    let signals = report.signals
    return section(
      say("KPIs", "KPI"),
      [
        table, .list(extent.isBrief ? [] : predictions),
        extent.isBrief ? .paragraph("") : note(signals),
        .list(extent.isBrief ? [] : signals.map(line)),
        extent.isBrief ? .paragraph("") : earlier,
        unobserved,
      ] + figuresBeside,
      nothing: say("No KPI is defined.", "KPIは未登録です。"))
  }

  private var table: DocumentBlock {
    .table(
      columns: [
        say("KPI", "KPI"), say("Latest", "最新値"), say("Period", "期間"), say("Target", "目標"),
        say("Usual range", "いつもの範囲"), say("Outlook", "見通し"),
      ],
      numeric: [1, 3], rows: listed.map(row))
  }

  /// Where not all of them are shown, those with signals come first.
  private var listed: [ReviewKPI] {
    guard let size = extent.size(of: .kpis), report.kpis.count > size.rows else {
      return report.kpis
    }
    let vision = report.material.vision
    let watched = report.kpis.filter { vision.contains($0.kpi.reference) }
    let rest = report.kpis.filter { !vision.contains($0.kpi.reference) }
    return watched + rest.filter(report.isAlarming) + rest.filter { !report.isAlarming($0) }
  }

  private func row(_ entry: ReviewKPI) -> [String] {
    let numbers = entry.chart.picture(in: language).numbers
    let latest = entry.latest(by: report.days.last)
    return [
      extent.isBrief ? named(entry.kpi) : "\(entry.kpi.name) (\(entry.kpi.reference))",
      latest.map { numbers.measured($0.value) } ?? "–",
      latest.map {
        DateText.compact(LocalDate(dayNumber: $0.period), Statistics.Cadence(entry.kpi.cadence))
      } ?? "–",
      entry.kpi.target.map(numbers.measured) ?? "–", range(latest, numbers),
      assurance(entry.chart.chart.assurance),
    ]
  }

  private func range(_ point: ChartPoint?, _ numbers: NumberText) -> String {
    guard let lower = point?.lower, let upper = point?.upper else { return "–" }
    return say(
      "\(numbers.bare(lower)) to \(numbers.bare(upper))",
      "\(numbers.bare(lower))〜\(numbers.bare(upper))")
  }

  private func assurance(_ assurance: Assurance) -> String {
    switch assurance {
    case .met: say("met as a rule", "安定して達成")
    case .missed: say("missed as it is", "このままでは届かない")
    case .hitAndMiss: say("hit and miss", "達成は五分五分")
    case .none: "–"
    }
  }

  private var predictions: [String] {
    report.kpis.flatMap { entry in
      let numbers = entry.chart.picture(in: language).numbers
      let latest = entry.latest(by: report.days.last).map { numbers.measured($0.value) } ?? "–"
      return entry.progress.predictions.compactMap { cycle -> String? in
        guard let predicted = cycle.predicted.map(numbers.measured), let due = cycle.due else {
          return nil
        }
        return say(
          "\(cycle.id) predicts \(predicted) for \(entry.kpi.name) by \(day(due)); latest \(latest)",
          "\(cycle.id)の予測: \(entry.kpi.name)を\(day(due))までに\(predicted)（最新値\(latest)）")
      }
    }
  }

  private func note(_ signals: [ReviewSignal]) -> DocumentBlock {
    .paragraph(
      report.kpis.isEmpty || !signals.isEmpty
        ? "" : say("No signals in the period.", "期間内のシグナルはありません。"))
  }

  private func line(_ signal: ReviewSignal) -> String {
    let entry = report.kpis.first { $0.kpi.reference == signal.kpi.reference }
    let sentence = entry.map { SignalWords($0.chart.picture(in: language)).sentence(signal.cause) }
    return labeled(named(signal.kpi), sentence ?? "") + acknowledgement(signal)
  }

  private func acknowledgement(_ signal: ReviewSignal) -> String {
    if let note = signal.note { return say(" Acknowledged: \(note)", "確認済み: \(note)") }
    return signal.isPending ? say(" Not acknowledged.", "未確認です。") : ""
  }

  /// Signals of earlier periods that still wait.
  private var earlier: DocumentBlock {
    let told = Set(report.signals.map(\.open))
    let left = report.pendingSignals.filter { !told.contains($0.open) }
    guard !left.isEmpty else { return .paragraph("") }
    let names = left.map { signal in
      let (rule, period) = (signal.reference.ruleWords(language), signal.reference.period)
      return say(
        "\(signal.kpi.reference) \(rule) (\(period))", "\(signal.kpi.reference) \(rule)（\(period)）")
    }
    let most = report.audience == .executive ? 3 : Self.mostEarlier
    let more = names.count - most
    return .paragraph(
      labeled(
        say("Earlier signals not acknowledged", "以前の未確認シグナル"),
        list(Array(names.prefix(most)))
          + (more > 0 ? say(" and \(more) more", "ほか\(more)件") : "")))
  }

  /// Earlier signals named; what is to be done about each is among the steps.
  private static let mostEarlier = 8

  /// Departments may name their KPIs alike.
  func named(_ kpi: KPIRow) -> String {
    guard report.isWhole else { return kpi.name }
    let department = report.name(of: kpi.department)
    return say("\(kpi.name) of \(department)", "\(department)の\(kpi.name)")
  }

  private var unobserved: DocumentBlock {
    let names = report.unobserved.map { named($0.kpi) }
    guard !names.isEmpty else { return .paragraph("") }
    let (most, more) = (names.prefix(4), names.count - 4)
    let rest = more > 0 ? say(" and \(more) more", "ほか\(more)件") : ""
    return .paragraph(
      say(
        "No observation in the period: \(list(Array(most)))\(rest).",
        "期間内の実績値がまだないもの: \(list(Array(most)))\(rest)。"))
  }
}

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
    let brief = extent.isQuiet ? [DocumentBlock.paragraph(values)] : [table, unobserved]
    let blocks =
      extent.isBrief
      ? brief
      : [
        table, .list(predictions), note(signals), .list(signals.map(line)), earlier, unobserved,
      ]
    return section(
      say("KPIs", "KPI"), blocks + figuresBeside,
      nothing: say("No KPI is defined.", "KPIは未登録です。"))
  }

  /// Of a quiet week the values alone, each beside its target.
  private var values: String {
    let told = listed.prefix(Self.mostValues).map { entry in
      let numbers = entry.chart.picture(in: language).numbers
      let target = entry.kpi.target.map(numbers.measured).map {
        say(" (target \($0))", "（目標\($0)）")
      }
      return named(entry.kpi) + " " + value(entry, numbers)
        + (target ?? "")
    }
    let more = listed.count - told.count
    let rest = more > 0 ? say(" and \(more) more", "、ほか\(more)指標") : ""
    let missing = report.unobserved.map { named($0.kpi) }
    let none = say("no observation: \(list(missing))", "実績値がまだないもの: \(list(missing))")
    let parts = [list(Array(told)) + rest, missing.isEmpty ? "" : none].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : parts.joined(separator: say("; ", "。")) + say(".", "。")
  }

  private static let mostValues = 3

  /// The latest by the period's end; of a share no more digits than a person reads.
  private func value(_ entry: ReviewKPI, _ numbers: NumberText) -> String {
    guard let latest = entry.latest(by: report.days.last) else { return "–" }
    return numbers.isProportion && extent.isBrief
      ? numbers.computed(latest.value) : numbers.measured(latest.value)
  }

  private var table: DocumentBlock {
    let columns = [
      say("KPI", "KPI"), say("Latest", "最新値"), say("Period", "期間"), say("Target", "目標"),
      say("Usual range", "いつもの範囲"), say("Outlook", "見通し"),
    ]
    let rows = listed.map(row)
    guard extent.isBrief else { return .table(columns: columns, numeric: [1, 3], rows: rows) }
    let kept = columns.indices.filter { column in
      (column != 2 || extent == .page) && (column != 5 || !extent.isWeek)
        && (column < 2 || rows.contains { $0[column] != "–" })
    }
    return .table(
      columns: kept.map { columns[$0] },
      numeric: Set(kept.indices.filter { [1, 3].contains(kept[$0]) }),
      rows: rows.map { row in kept.map { row[$0] } })
  }

  /// Where not all of them are shown, those with signals come first.
  private var listed: [ReviewKPI] {
    guard let size = extent.size(of: .kpis) else { return report.kpis }
    let shown = extent == .page ? report.kpis : observed
    guard shown.count > size.rows else { return shown }
    let vision = report.material.vision
    let watched = shown.filter { vision.contains($0.kpi.reference) }
    let rest = shown.filter { !vision.contains($0.kpi.reference) }
    return watched + rest.filter(report.isAlarming) + rest.filter { !report.isAlarming($0) }
  }

  /// Those with an observation in the period.
  private var observed: [ReviewKPI] {
    report.kpis.filter { !$0.progress.observations.isEmpty }
  }

  private func row(_ entry: ReviewKPI) -> [String] {
    let numbers = entry.chart.picture(in: language).numbers
    let latest = entry.latest(by: report.days.last)
    return [
      extent.isBrief ? named(entry.kpi) : "\(entry.kpi.name) (\(entry.kpi.reference))",
      value(entry, numbers),
      latest.map {
        DateText.compact(LocalDate(dayNumber: $0.period), Statistics.Cadence(entry.kpi.cadence))
      } ?? "–",
      entry.kpi.target.map(numbers.measured) ?? "–", range(latest, numbers),
      assurance(entry.chart.chart.assurance),
    ]
  }

  private func range(_ point: ChartPoint?, _ numbers: NumberText) -> String {
    guard let lower = point?.lower, let upper = point?.upper else { return "–" }
    let ends = numbers.alike([lower, upper])
    return say("\(ends[0]) to \(ends[1])", "\(ends[0])〜\(ends[1])")
  }

  private func assurance(_ assurance: Assurance) -> String {
    assurance == .none ? "–" : assurance.words(language)
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
    let entry = report.entry(of: signal.kpi.reference)
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
          + (more > 0 ? say(" and \(more) more", "、ほか\(more)件") : "")))
  }

  /// Earlier signals named; what is to be done about each is among the steps.
  private static let mostEarlier = 8

  /// Departments may name their KPIs alike, and one that took another over has those of both.
  func named(_ kpi: KPIRow) -> String {
    guard report.isWhole || kpi.department != report.review.department else { return kpi.name }
    let department = report.name(of: kpi.department)
    return say("\(kpi.name) of \(department)", "\(department)の\(kpi.name)")
  }

  private var unobserved: DocumentBlock {
    let names = report.unobserved.map { named($0.kpi) }
    guard !names.isEmpty else { return .paragraph("") }
    let (most, more) = (names.prefix(4), names.count - 4)
    let rest = more > 0 ? say(" and \(more) more", "、ほか\(more)指標") : ""
    return .paragraph(
      say(
        "No observation in the period: \(list(Array(most)))\(rest).",
        "期間内の実績値がまだないもの: \(list(Array(most)))\(rest)。"))
  }
}

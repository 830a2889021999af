package import Bilingual
package import CivilTime
import Domain
import ReadModels
import Statistics

/// A KPI's level before and after a training session, and what may be said of the difference.
package struct TrainingEffect: Sendable, Equatable {
  package struct Level: Sendable, Equatable {
    package var mean: Double
    package var count: Int
  }

  package let session: LocalDate
  /// Over the latest periods that ended before the session; nil without any.
  package let before: Level?
  /// Over the periods that began after it.
  package let after: Level?
  package let finding: Finding

  package enum Finding: String, Sendable, CaseIterable {
    /// Fewer than 6 observations after the session.
    case tooEarly
    /// Fewer than 6 before: nothing to compare with.
    case noComparison
    case improvementSince, concernSince, changeSince
    /// Signals of improvement and of concern.
    case mixedSince
    /// What changed had begun before the session's own period: it is no effect of it.
    case begunBefore
    /// No signal since: the difference is within the usual variation.
    case noSignal
  }

  /// As many as trial limits need.
  package static let fewest = 6
  /// Periods before the session that count.
  static let mostBefore = 12
}

extension TrainingEffect {
  package init(of chart: KPIChart, around session: LocalDate) {
    let points = chart.chart.points.filter { !$0.excluded }
    func first(_ point: ChartPoint) -> LocalDate { LocalDate(dayNumber: point.period) }
    let before = points.filter {
      chart.kpi.cadence.lastDay(ofPeriodFrom: first($0)) < session
    }.suffix(Self.mostBefore)
    let after = points.filter { first($0) > session }
    self.session = session
    self.before = Self.level(before.map(\.value))
    self.after = Self.level(after.map(\.value))
    finding = Self.finding(chart, session, before.count, after.count)
  }

  private static func level(_ values: [Double]) -> Level? {
    Descriptive.mean(values).map { Level(mean: $0, count: values.count) }
  }

  private static func finding(
    _ chart: KPIChart, _ session: LocalDate, _ before: Int, _ after: Int
  ) -> Finding {
    if after < fewest { return .tooEarly }
    if before < fewest { return .noComparison }
    let told = chart.chart.specialCauses.filter {
      !$0.excluded && chart.period(at: $0.completesAt) > session
    }
    let changes = chart.changes
    let since = told.filter { cause in
      let onset = chart.onset(of: cause, among: changes)
      return chart.kpi.cadence.lastDay(ofPeriodFrom: onset) >= session
    }
    if since.isEmpty, !told.isEmpty { return .begunBefore }
    let readings = Set(since.map(\.reading))
    if readings.isSuperset(of: [.improvement, .concern]) { return .mixedSince }
    switch since.last?.reading {
    case .improvement: return .improvementSince
    case .concern: return .concernSince
    case .neutral: return .changeSince
    case nil: return .noSignal
    }
  }

  /// What the data allow to be said, and no more.
  package var sentence: Phrase {
    switch finding {
    case .tooEarly:
      Phrase(
        en: "Too early to say: \(after?.count ?? 0) observations since, and 6 are needed.",
        ja: "判断にはまだ早い段階です（研修後の実績値\(after?.count ?? 0)点、判断には6点が必要）。")
    case .noComparison:
      Phrase(
        en: "Nothing to compare with: \(before?.count ?? 0) observations before, and 6 are needed.",
        ja: "比較の基準がありません（研修前の実績値\(before?.count ?? 0)点、比較には6点が必要）。")
    case .improvementSince:
      Phrase(
        en: "A signal of improvement has shown since. It came after the session; "
          + "that it came from it is not proved.",
        ja: "研修後に改善のシグナルが出ています。ただし、研修が原因であることの証明ではありません。")
    case .concernSince:
      Phrase(
        en: "A signal of concern has shown since: no improvement can be claimed.",
        ja: "研修後に懸念のシグナルが出ており、改善とはいえません。")
    case .changeSince:
      Phrase(
        en: "A signal has shown since, neither better nor worse.",
        ja: "研修後にシグナルが出ていますが、良し悪しは判断できません。")
    case .mixedSince:
      Phrase(
        en: "Signals of improvement and of concern have shown since: no one effect can be claimed.",
        ja: "研修後に改善と懸念の両方のシグナルが出ており、効果は判断できません。")
    case .begunBefore:
      Phrase(
        en: "What changed had begun before the session: it can't be its effect.",
        ja: "変化は研修より前に始まっており、研修の効果とはいえません。")
    case .noSignal:
      Phrase(
        en: "No signal since: the difference is within the usual variation.",
        ja: "研修後のシグナルはなく、差は通常のばらつきの範囲です。")
    }
  }
}

extension KPIChart {
  /// Where the change that a cause tells of began; of a cause that tells of none, its first point.
  fileprivate func onset(of cause: SpecialCause, among changes: [Change]) -> LocalDate {
    let name = reference(cause)
    return changes.first { $0.names.contains(name) }?.onset ?? period(at: cause.members[0])
  }
}

import Bilingual
import CivilTime
import Reviews
import Statistics

/// Charts, those with signals first. A page has them where their KPIs are told of; what executives
/// get fits on one page, and has them behind it.
extension ReviewWords {
  private static let mostBeside = 4

  /// Beside the list of signals.
  var figuresBeside: [DocumentBlock] {
    report.audience == .executive ? [] : alarming.prefix(Self.mostBeside).map(figure)
  }

  /// All that stand nowhere else; for executives the first few.
  var charts: DocumentSection? {
    let isBehind = report.audience == .executive || !extent.shows(.kpis)
    let rest = alarming.dropFirst(isBehind ? 0 : Self.mostBeside) + quiet
    guard !rest.isEmpty else { return nil }
    return DocumentSection(
      title: say("Charts", "管理図"),
      blocks: rest.prefix(extent.charts).map(figure)
        + DocumentSection.more(rest.count - extent.charts, extent.rest, language),
      startsPage: true)
  }

  var alarming: [ReviewKPI] { report.kpis.filter(report.isAlarming) }
  private var quiet: [ReviewKPI] {
    report.kpis.filter { !report.isAlarming($0) && !$0.chart.chart.points.isEmpty }
  }

  private func figure(_ entry: ReviewKPI) -> DocumentBlock {
    let picture = entry.chart.picture(in: language)
    let words = SignalWords(picture)
    let sentences = entry.signals(standingIn: report.days).map { words.sentence($0.cause) }
    return .figure(
      DocumentFigure(picture: .chart(picture), caption: sentences.joined(separator: say(" ", ""))))
  }
}

import Bilingual
import CivilTime
import Reviews
import Statistics

/// Charts, those with signals first. The whole review has them where their KPIs are told of; a brief
/// one behind all else, two or three to a page.
extension ReviewWords {
  private static let mostBeside = 4

  /// Beside the list of signals, where all of it is shown.
  var figuresBeside: [DocumentBlock] {
    extent.isBrief ? [] : alarming.prefix(Self.mostBeside).map(figure)
  }

  /// All that stand nowhere else; of a brief review the first few.
  var charts: DocumentSection? {
    let rest = alarming.dropFirst(extent.isBrief ? 0 : Self.mostBeside) + quiet
    guard !rest.isEmpty else { return nil }
    return DocumentSection(
      title: say("Charts", "管理図"),
      blocks: rest.prefix(extent.charts).map(figure),
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

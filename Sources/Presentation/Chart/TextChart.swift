import CivilTime
import Statistics
package import Terminal
import Wording

/// A chart for the terminal, with its reading in words below it. It says the same without color.
package struct TextChart: Sendable {
  let picture: ChartPicture
  let layout: Layout
  let words: ChartWords

  /// Signals and notes beyond so many are counted, not listed; the latest stay.
  private static let mostListed = 20

  /// The chart set for the layout, no line wider than it from 40 cells on.
  package static func lines(_ picture: ChartPicture, _ layout: Layout) -> [String] {
    TextChart(picture: picture, layout: layout, words: ChartWords(picture)).lines()
  }

  private func lines() -> [String] {
    let head = layout.heading(picture.heading) + layout.paragraph(words.subtitle)
    guard !picture.chart.points.isEmpty else {
      return head + ["", words.choose("No observations yet.", "実績値がまだありません。")]
        + words.omissions.flatMap { layout.paragraph($0) }
    }
    let plot = TextPlot(picture, layout)
    let hidden = hiddenPoints(plot.columns).map { layout.paragraph($0) } ?? []
    let body = head + hidden + [""] + plot.lines() + [""]
    return body + legend(plot) + [""] + reading(plot) + notes(plot)
  }

  private func hiddenPoints(_ columns: TextColumns) -> String? {
    let count = columns.points.lowerBound
    guard count > 0 else { return nil }
    let (shown, hidden) = (
      NumberText.whole(columns.points.count), NumberText.whole(count)
    )
    return words.choose(
      "The latest \(shown) points; \(hidden) earlier ones are not shown.",
      "直近\(shown)点を表示（それ以前の\(hidden)点は省略）。")
  }

  /// What the whole says, then one line a signal.
  private func reading(_ plot: TextPlot) -> [String] {
    guard let last = picture.chart.segments.last else { return [] }
    let sentences = [words.state(last), words.run, words.assurance, words.tally]
    return (sentences.compactMap(\.self) + words.omissions).flatMap { layout.paragraph($0) }
      + signals(plot)
  }

  private func signals(_ plot: TextPlot) -> [String] {
    let sentence = SignalWords(picture)
    let causes = picture.chart.specialCauses
    let shown = causes.filter { $0.members.last.map(plot.columns.points.contains) ?? false }
      .suffix(Self.mostListed)
    let lines = shown.flatMap { cause in
      let look = cause.excluded ? PointLook.excluded : PointLook(cause.reading)
      return item(plot.glyphs.look(look), sentence.sentence(cause), role: look.role)
    }
    guard causes.count > shown.count else { return lines }
    let earlier = NumberText.whole(causes.count - shown.count)
    return lines
      + layout.paragraph(
        words.choose("\(earlier) earlier signals are not listed.", "それ以前のシグナル\(earlier)件は省略。"))
  }

  /// A text behind its mark; further lines hang under it.
  func item(_ mark: Character, _ text: String, role: StyleRole? = nil) -> [String] {
    let lines = Fitting.wrap(
      safe(text), width: max(1, layout.width - 4), ambiguous: layout.ambiguous)
    return lines.enumerated().map { index, line in
      index == 0
        ? "  " + layout.style.apply(role, to: String(mark)) + " " + line : "    " + line
    }
  }
}

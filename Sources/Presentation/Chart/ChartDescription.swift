import Bilingual
import Statistics
import Terminal

/// The whole reading of a chart as one text, for those who hear it instead of seeing it.
struct ChartDescription {
  private static let most = 20
  let picture: ChartPicture

  init(_ picture: ChartPicture) { self.picture = picture }

  var text: String {
    let words = ChartWords(picture)
    let last = picture.chart.segments.last.map { [words.lines($0) + stop, words.state($0)] } ?? []
    let whole =
      [words.subtitle + stop] + last
      + [words.run, words.assurance, words.tally]
      .compactMap(\.self) + words.omissions
    return (whole + signals + exclusions(words) + events)
      .joined(separator: picture.language.choose(" ", ""))
  }

  private var stop: String { picture.language.choose(".", "。") }

  private var signals: [String] {
    let sentences = SignalWords(picture)
    return picture.chart.specialCauses.suffix(Self.most).map(sentences.sentence)
  }

  private func exclusions(_ words: ChartWords) -> [String] {
    let excluded = picture.chart.points.indices.filter { picture.chart.points[$0].excluded }
    return excluded.suffix(Self.most).map {
      picture.language.choose("Excluded", "除外") + ": " + words.exclusion($0) + stop
    }
  }

  private var events: [String] {
    picture.annotations.suffix(Self.most).map { picture.words($0) + stop }
  }
}

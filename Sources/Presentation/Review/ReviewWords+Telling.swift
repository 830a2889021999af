import ReadModels
package import Reviews

/// One change of a KPI, told to those who aren't reading the review.
package struct ToldMatter: Sendable {
  /// What it is about, such as the KPI's name.
  package var name: String
  /// What moved, from where to where, since when.
  package var sentence: String
  /// What waits on it, and what probably caused it.
  package var rest: [String]
  package var figure: DocumentFigure
}

extension ReviewWords {
  package func told(_ matter: ReviewMatter) -> ToldMatter {
    let words = MatterWords(words: self, matter: matter)
    return ToldMatter(
      name: matter.kpi.name, sentence: words.sentence,
      rest: [words.cause].compactMap(\.self) + words.waiting,
      figure: DocumentFigure(
        picture: .chart(matter.entry.chart.picture(in: language)), caption: words.sentence))
  }
}

import Bilingual
import Office
import Presentation
import Wording

/// A word that names no command.
struct UnknownCommand: Error, Worded {
  let text: String
  /// Those that there are at this place.
  let candidates: [String]

  private var error: OfficeError { .unknown(.command, text: text, candidates: candidates) }

  var refused: Phrase { error.refused }

  var steps: [Step] {
    error.steps
      + [Step(en: "See what there is", ja: "一覧を見る", "\(Surroundings.commandPath) --help")]
  }

  var isOfUnknown: Bool { true }
}

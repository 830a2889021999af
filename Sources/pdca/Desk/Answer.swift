import Bilingual
import CanonicalJSON
import Terminal

/// How a command answers: in a person's language, or as one JSON value.
struct Answer: Sendable {
  let console: Console
  let language: Language
  let layout: Layout
  let isJSON: Bool
  let prompt: Prompt

  init(_ options: GlobalOptions, console: Console) {
    self.console = console
    language = options.language
    let style = Style(
      choice: options.color, isTerminal: console.isTerminal,
      environment: Environment.current())
    layout = Layout(width: console.width, style: style)
    isJSON = options.json
    prompt = Prompt(language: options.language, noInput: options.noInput)
  }

  /// One answer in the form asked for; only that form is made.
  func give(json: @autoclosure () -> JSON, text: () -> [String]) {
    if isJSON {
      console.line(json().canonical)
    } else {
      console.lines(text())
    }
  }

  /// The phrase in the person's language.
  func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }
}

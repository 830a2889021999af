import Bilingual
import CanonicalJSON
import OperatingSystem
import Presentation
import Shapes
import Terminal

/// How a command answers: in a person's language, or as one JSON value.
struct Answer: Sendable {
  let console: Console
  let language: Language
  let layout: Layout
  let isJSON: Bool
  let prompt: Prompt
  /// What shows a long text on a terminal; nil for nothing.
  let pager: String?
  /// What an answer about the past says of when that was; nil for the present.
  var moment: Stated?
  /// What every JSON object that is answered says has stopped; empty when nothing has.
  var stopped: [JSON] = []
  /// How far the standby that is read is behind; nil on a primary.
  var standby: JSON?
  /// Lets go of the database before a person is shown anything: reading may take an hour.
  private var rest = Rest {}

  /// Called at the desk alone, on the thread of its session.
  private struct Rest: @unchecked Sendable {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
  }

  struct Stated: Sendable {
    /// On top, in the person's language.
    let line: String
    /// Members of every JSON object that is answered.
    let json: JSONObject
  }

  init(_ options: GlobalOptions, console: Console) {
    self.console = console
    language = options.language
    let style = Style(
      choice: options.color, isTerminal: console.isTerminal,
      environment: Environment.current())
    layout = Layout(width: console.width, style: style)
    isJSON = options.json
    pager = options.noPager || isJSON ? nil : Pager.command(Surroundings.variables)
    prompt = Prompt(language: options.language, noInput: options.noInput)
  }

  /// One answer in the form asked for; only that form is made.
  func give(json: @autoclosure () -> JSON, text: () -> [String]) {
    if isJSON {
      let line = dated(json()).canonical
      rest.body()
      console.line(line)
    } else {
      let lines = dated(text())
      show(console.hasWidth ? FittedText.lines(lines, width: layout.width) : lines)
    }
  }

  /// Lines for a person, through the pager where they are more than fit.
  func show(_ lines: [String]) { show(lines.map { $0 + "\n" }.joined()) }

  func show(_ text: String) {
    rest.body()
    console.page(text, through: pager)
  }

  func resting(_ body: @escaping () -> Void) -> Answer {
    var copy = self
    copy.rest = Rest(body)
    return copy
  }

  /// With what time it is about.
  func dated(_ lines: [String]) -> [String] { (moment.map { [$0.line, ""] } ?? []) + lines }

  func dated(_ json: JSON) -> JSON {
    json.with(frame)
  }

  /// The value as a file holds it.
  func line(_ json: JSON) -> String { dated(json).canonical + "\n" }

  /// Members of every answer: the form that it has, what has stopped, and what time it is about.
  var frame: JSONObject {
    var members = AnswerFrame.members(stopped: stopped, moment: moment?.json)
    if let standby { members["standby"] = standby }
    return members
  }

  /// The phrase in the person's language.
  func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }
}

/// What decides how text is set: the cells of a line, colors, and the terminal's font.
package struct Layout: Sendable, Equatable {
  /// Cells a line may take.
  package let width: Int
  package let style: Style
  package let ambiguous: AmbiguousWidth

  /// The width used where there is no terminal.
  package static let widthWithoutTerminal = 80

  package init(
    width: Int = Layout.widthWithoutTerminal, style: Style = .plain,
    ambiguous: AmbiguousWidth = .narrow
  ) {
    self.width = max(1, width)
    self.style = style
    self.ambiguous = ambiguous
  }

  func cells(_ text: String) -> Int { displayWidth(text, ambiguous: ambiguous) }

  func pad(_ text: String, _ width: Int, _ align: Alignment = .left) -> String {
    Fitting.pad(text, toWidth: width, align: align, ambiguous: ambiguous)
  }

  func wrap(_ text: String, _ width: Int) -> [String] {
    Fitting.wrap(text, width: width, ambiguous: ambiguous)
  }
}

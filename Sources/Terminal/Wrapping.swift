extension Fitting {
  /// The text in lines of at most `width` cells; its own line breaks stay. Every line after the
  /// first starts with `hanging` spaces, which count. A word wider than the line is cut.
  /// A width below one character still gives one character a line.
  package static func wrap(
    _ text: String, width: Int, hanging: Int = 0, ambiguous: AmbiguousWidth = .narrow
  ) -> [String] {
    var wrapper = Wrapper(width: width, hanging: hanging, ambiguous: ambiguous)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      wrapper.startLine()
      for segment in LineBreaking.segments(of: line) { wrapper.take(segment) }
    }
    return wrapper.lines.map(\.trimmedAtEnd)
  }
}

/// Packs segments into lines.
private struct Wrapper {
  let width: Int
  let hanging: Int
  let ambiguous: AmbiguousWidth
  var lines: [String] = []
  private var used = 0
  private var isFresh = true
  private var pendingSpaces = 0

  init(width: Int, hanging: Int, ambiguous: AmbiguousWidth) {
    self.width = width
    self.hanging = hanging
    self.ambiguous = ambiguous
  }

  mutating func startLine() {
    used = lines.isEmpty ? 0 : hanging
    lines.append(String(repeating: " ", count: used))
    isFresh = true
    pendingSpaces = 0
  }

  mutating func take(_ segment: LineBreaking.Segment) {
    let cells = displayWidth(segment.text, ambiguous: ambiguous)
    if !isFresh, used + pendingSpaces + cells > width { startLine() }
    if used + pendingSpaces + cells <= width {
      place(segment.text, cells)
    } else {
      cut(segment.text)
    }
    pendingSpaces += segment.spaces
  }

  private mutating func place(_ text: String, _ cells: Int) {
    guard !text.isEmpty else { return }
    lines[lines.count - 1] += String(repeating: " ", count: pendingSpaces) + text
    used += pendingSpaces + cells
    pendingSpaces = 0
    isFresh = false
  }

  private mutating func cut(_ text: String) {
    pendingSpaces = isFresh ? 0 : pendingSpaces
    for character in text {
      let cells = displayWidth(character, ambiguous: ambiguous)
      if !isFresh, used + pendingSpaces + cells > width { startLine() }
      place(String(character), cells)
    }
  }
}

extension String {
  /// The text without the spaces it ends in.
  var trimmedAtEnd: String {
    var kept = self[...]
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}

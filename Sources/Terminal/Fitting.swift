/// The side on which a text sits in a space wider than it.
package enum Alignment: Sendable, Equatable {
  case left
  case right
  /// Right-aligned on the decimal point; in a single text the same as `right`.
  case decimal
}

/// Texts fitted to a number of terminal cells.
package enum Fitting {
  /// The text, or as much of it as leaves room for a closing `…`. Empty when not even that fits.
  package static func truncate(
    _ text: String, toWidth width: Int, ambiguous: AmbiguousWidth = .narrow
  ) -> String {
    if displayWidth(text, ambiguous: ambiguous) <= width { return text }
    let room = width - displayWidth("…", ambiguous: ambiguous)
    return room < 0 ? "" : prefix(of: text, room, ambiguous) + "…"
  }

  /// The text with spaces added up to the width; a wider text stays as it is.
  package static func pad(
    _ text: String, toWidth width: Int, align: Alignment = .left,
    ambiguous: AmbiguousWidth = .narrow
  ) -> String {
    let gap = max(0, width - displayWidth(text, ambiguous: ambiguous))
    let spaces = String(repeating: " ", count: gap)
    return align == .left ? text + spaces : spaces + text
  }

  /// The longest start of the text, in whole characters, that fits.
  static func prefix(of text: String, _ width: Int, _ ambiguous: AmbiguousWidth) -> Substring {
    var used = 0
    return text.prefix { character in
      used += displayWidth(character, ambiguous: ambiguous)
      return used <= width
    }
  }
}

/// How many cells a terminal gives to characters of East Asian width "ambiguous", such as `○`.
package enum AmbiguousWidth: Int, Sendable {
  case narrow = 1
  case wide = 2
}

/// The cells of a terminal the text takes on one line (UAX #11 over grapheme clusters).
/// Control characters take none: pass stored text through `safe(_:)` first.
package func displayWidth(_ text: String, ambiguous: AmbiguousWidth = .narrow) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth($1, ambiguous: ambiguous) }
}

/// The cells one grapheme cluster takes: an emoji sequence two, else the sum of its scalars,
/// because a halfwidth `ﾊﾞ` is one cluster in two cells.
package func displayWidth(_ character: Character, ambiguous: AmbiguousWidth = .narrow) -> Int {
  let scalars = character.unicodeScalars
  if scalars.count > 1, isEmojiSequence(scalars) { return 2 }
  return scalars.reduce(0) { $0 + scalarWidth($1.value, ambiguous) }
}

private func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
  guard let first = scalars.first, first.properties.isEmoji else { return false }
  return scalars.dropFirst().contains { scalar in
    switch scalar.value {
    case 0xFE0F, 0x20E3, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
    case 0x200D: first.value > 0x7F
    default: false
    }
  }
}

private func scalarWidth(_ value: UInt32, _ ambiguous: AmbiguousWidth) -> Int {
  if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
  if value < 0x7F { return 1 }
  if (0x3041...0x3096).contains(value) || (0x4E00...0x9FFF).contains(value) { return 2 }
  if WidthTable.holds(value, in: WidthTable.zero) { return 0 }
  if WidthTable.holds(value, in: WidthTable.wide) { return 2 }
  return WidthTable.holds(value, in: WidthTable.ambiguous) ? ambiguous.rawValue : 1
}

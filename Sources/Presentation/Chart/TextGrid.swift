import Terminal

/// Cells of one character each; what is put later covers what lies there.
struct TextGrid {
  private struct Mark {
    var glyph: Character
    var role: StyleRole?
  }

  private var rows: [[Mark]]

  init(columns: Int, rows: Int) {
    self.rows = Array(
      repeating: Array(repeating: Mark(glyph: " "), count: columns), count: rows)
  }

  /// Nothing happens for a row that is nil: the value lies outside of the picture.
  mutating func put(_ glyph: Character, _ role: StyleRole?, column: Int, row: Int?) {
    guard let row, rows.indices.contains(row), rows[row].indices.contains(column) else { return }
    rows[row][column] = Mark(glyph: glyph, role: role)
  }

  mutating func put(_ text: some StringProtocol, column: Int, row: Int) {
    for (offset, character) in text.enumerated() {
      put(character, nil, column: column + offset, row: row)
    }
  }

  func isFree(_ columns: Range<Int>, row: Int) -> Bool {
    columns.allSatisfy { !rows[row].indices.contains($0) || rows[row][$0].glyph == " " }
  }

  /// One row as text: neighbors of one role share their color, and no space ends it.
  func line(_ row: Int, style: Style) -> String {
    let end = (rows[row].lastIndex { $0.glyph != " " } ?? -1) + 1
    var (text, part, role) = ("", "", StyleRole?.none)
    for mark in rows[row][..<end] {
      if mark.role != role {
        text += style.apply(role, to: part)
        (part, role) = ("", mark.role)
      }
      part.append(mark.glyph)
    }
    return text + style.apply(role, to: part)
  }
}

/// One table set for one layout.
struct TableSetting {
  private static let gap = 2
  private let table: Table
  private let layout: Layout
  private var texts: [[String]]
  private var widths: [Int]

  init(_ table: Table, _ layout: Layout) {
    self.table = table
    self.layout = layout
    texts = table.rows.map { $0.map(\.text) }
    widths = table.columns.map { layout.cells($0.title) }
    alignDecimals()
    for row in texts {
      for (index, text) in row.enumerated() {
        widths[index] = max(widths[index], layout.cells(text))
      }
    }
    shrink()
  }

  /// Whether the columns have room beside each other.
  var fits: Bool { excess <= 0 || table.columns.count < 2 }

  var lines: [String] {
    let header = physicalLines(
      table.columns.map(\.title), roles: table.columns.map { _ in .strong })
    return zip(texts, table.rows).reduce(into: header) { lines, row in
      lines += physicalLines(row.0, roles: row.1.map(\.role))
    }
  }

  /// Gives the numbers of a decimal column the same number of cells after the point.
  private mutating func alignDecimals() {
    for (index, column) in table.columns.enumerated() where column.align == .decimal {
      let tails = texts.map { layout.cells(decimalTail(of: $0[index])) }
      let widest = tails.max() ?? 0
      for row in texts.indices where !texts[row][index].isEmpty {
        texts[row][index] += String(repeating: " ", count: widest - tails[row])
      }
    }
  }

  /// What stands from the decimal point, or from the unit after a number without one.
  private func decimalTail(of text: String) -> String {
    guard let digit = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return "" }
    let end = text[digit...].firstIndex { !($0.isASCII && $0.isNumber) && $0 != "," }
    return end.map { String(text[$0...]) } ?? ""
  }

  private var excess: Int {
    widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - layout.width
  }

  private mutating func shrink() {
    let columns = table.columns
    var excess = excess
    for priority in Set(columns.map(\.priority)).sorted() {
      let group = columns.indices.filter { columns[$0].priority == priority }
      while excess > 0, let widest = group.filter(canShrink).max(by: { widths[$0] < widths[$1] }) {
        widths[widest] -= 1
        excess -= 1
      }
    }
  }

  private func canShrink(_ column: Int) -> Bool {
    widths[column] > table.columns[column].minimumWidth
  }

  /// One row's lines: as many as its tallest cell has.
  private func physicalLines(_ row: [String], roles: [StyleRole?]) -> [String] {
    let cells = row.indices.map { fit(row[$0], column: $0) }
    return (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let parts = row.indices.map { column in
        set(line < cells[column].count ? cells[column][line] : "", column, roles[column])
      }
      return join(parts)
    }
  }

  private func fit(_ text: String, column: Int) -> [String] {
    if layout.cells(text) <= widths[column] { return [text] }
    switch table.columns[column].overflow {
    case .truncate:
      return [
        Fitting.truncate(text, toWidth: widths[column], ambiguous: layout.ambiguous)
      ]
    case .wrap: return layout.wrap(text, widths[column])
    }
  }

  /// A cell's text between the spaces that pad it, so that no space is colored.
  private func set(_ text: String, _ column: Int, _ role: StyleRole?) -> String {
    let gap = String(repeating: " ", count: max(0, widths[column] - layout.cells(text)))
    let styled = layout.style.apply(role, to: text)
    return table.columns[column].align == .left ? styled + gap : gap + styled
  }

  private func join(_ parts: [String]) -> String {
    parts.joined(separator: String(repeating: " ", count: Self.gap)).trimmedAtEnd
  }
}

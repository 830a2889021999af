import CivilTime
import Statistics
import Terminal
import Wording

/// The drawn part of a text chart: axes, lines and points.
struct TextPlot {
  let picture: ChartPicture
  let columns: TextColumns
  let scale: ChartScale
  let glyphs: TextGlyphs
  private let rows: Int
  private let layout: Layout
  private let labels: [Int: String]
  private let labelWidth: Int

  /// Rows from the highest to the lowest value, give or take what makes each step equal.
  private static let wantedRows = 15
  private static let mostSteps = 7

  init(_ picture: ChartPicture, _ layout: Layout) {
    var (columns, scale) = Self.fitted(picture, layout, labelWidth: 0)
    var texts = Self.labels(scale, picture.numbers)
    for _ in 0..<2 {
      (columns, scale) = Self.fitted(picture, layout, labelWidth: Self.widest(texts, layout))
      texts = Self.labels(scale, picture.numbers)
    }
    (self.columns, self.scale) = (columns, scale)
    let perStep = max(1, Int((Double(Self.wantedRows - 1) / Double(scale.stepCount)).rounded()))
    rows = perStep * scale.stepCount + 1
    labels = Dictionary(
      uniqueKeysWithValues: texts.enumerated().map { (($0.offset) * perStep, $0.element) })
    labelWidth = Self.widest(texts, layout)
    (self.picture, glyphs, self.layout) = (picture, TextGlyphs(layout.ambiguous), layout)
  }

  /// The points that fit beside labels so wide, and the scale for them.
  private static func fitted(
    _ picture: ChartPicture, _ layout: Layout, labelWidth: Int
  ) -> (TextColumns, ChartScale) {
    let columns = TextColumns(picture.chart, fitting: max(1, layout.width - labelWidth - 3))
    return (columns, ChartScale(picture.chart, points: columns.points, steps: mostSteps))
  }

  private static func widest(_ labels: [String], _ layout: Layout) -> Int {
    labels.map { displayWidth($0, ambiguous: layout.ambiguous) }.max() ?? 0
  }

  /// From the highest value down.
  private static func labels(_ scale: ChartScale, _ numbers: NumberText) -> [String] {
    scale.ticks.reversed().map { numbers.tick($0, step: scale.step) }
  }

  func lines() -> [String] {
    var grid = TextGrid(columns: columns.width, rows: rows)
    drawLines(&grid)
    drawPoints(&grid)
    let unit = picture.numbers.axisUnit.map {
      [Fitting.truncate(safe($0), toWidth: layout.width, ambiguous: layout.ambiguous)]
    }
    let body = (0..<rows).map { row in
      let label = labels[row]
      let edge = label == nil ? glyphs.vertical : glyphs.valueTick
      let line = grid.line(row, style: layout.style)
      return margin(label ?? "", edge) + (line.isEmpty ? "" : " " + line)
    }
    return (unit ?? []) + body + dateAxis() + flags()
  }

  private func margin(_ label: String, _ edge: Character) -> String {
    Fitting.pad(label, toWidth: labelWidth, align: .right, ambiguous: layout.ambiguous) + " \(edge)"
  }

  private func row(_ value: Double?) -> Int? {
    guard let value, scale.holds(value) else { return nil }
    return Int(((1 - scale.share(of: value)) * Double(rows - 1)).rounded())
  }
}

extension TextPlot {
  private func drawLines(_ grid: inout TextGrid) {
    for column in columns.boundaries {
      for row in 0..<rows { grid.put(glyphs.boundary, .dim, column: column, row: row) }
    }
    let target = row(picture.target)
    for column in 0..<columns.width { grid.put(glyphs.target, .id, column: column, row: target) }
    for index in columns.points {
      let point = picture.chart.points[index]
      let isTrial = point.state == .trial
      for column in span(of: index) {
        for limit in [point.lower, point.upper] {
          let glyph = isTrial ? glyphs.trialLimit : glyphs.limit
          grid.put(glyph, .dim, column: column, row: row(limit))
        }
        grid.put(glyphs.center, .dim, column: column, row: row(point.center))
      }
    }
  }

  /// The columns from behind the point before to this one; its own only, where a line begins.
  private func span(of index: Int) -> ClosedRange<Int> {
    let own = columns.position(of: index)
    guard index > columns.points.lowerBound else { return own...own }
    let before = columns.position(of: index - 1)
    let breaks = (columns.gaps + columns.boundaries).contains { before < $0 && $0 < own }
    return breaks ? own...own : (before + 1)...own
  }

  private func drawPoints(_ grid: inout TextGrid) {
    for index in columns.points {
      let point = picture.chart.points[index]
      let look = PointLook(point)
      grid.put(
        glyphs.look(look), look.role, column: columns.position(of: index), row: row(point.value))
    }
  }

  /// The line below with a tick at each date, and the dates.
  private func dateAxis() -> [String] {
    var grid = TextGrid(columns: columns.width + labelWidth + 12, rows: 2)
    let left = labelWidth + 3
    grid.put(glyphs.corner, nil, column: left - 2, row: 0)
    for column in -1..<columns.width {
      grid.put(glyphs.horizontal, nil, column: left + column, row: 0)
    }
    for column in columns.gaps { grid.put(glyphs.gap, nil, column: left + column, row: 0) }
    for (index, column) in datedPoints() {
      grid.put(glyphs.dateTick, nil, column: left + columns.position(of: index), row: 0)
      let text = DateText.compact(picture.date(at: index), picture.cadence)
      grid.put(text, column: left + column, row: 1)
    }
    return [0, 1].map { grid.line($0, style: layout.style) }
  }

  /// Points that have room for a date below them, and where it begins: under the point, but never
  /// beyond the last column.
  private func datedPoints() -> [(index: Int, column: Int)] {
    var dated: [(index: Int, column: Int)] = []
    var free = -labelWidth - 3
    for index in columns.points {
      let length = DateText.compact(picture.date(at: index), picture.cadence).count
      let position = columns.position(of: index)
      let column = min(position, max(columns.width - length, -labelWidth - 3))
      guard column >= free, position - column < length else { continue }
      dated.append((index, column))
      free = column + length + 3
    }
    return dated
  }

  /// Letters under the points at which something happened; several at one point stand in
  /// rows, and a plus for those without one.
  private func flags() -> [String] {
    let flagged = ChartFlags(picture, points: columns.points).flags
    var used: [Int: Int] = [:]
    let depth = 4
    var grid = TextGrid(columns: columns.width + labelWidth + 3, rows: depth)
    for flag in flagged {
      let row = used[flag.index, default: 0]
      used[flag.index] = row + 1
      let column = labelWidth + 3 + columns.position(of: flag.index)
      let letter = row < depth ? flag.letter : "+"
      grid.put(letter, nil, column: column, row: min(row, depth - 1))
    }
    let deepest = min(used.values.max() ?? 0, depth)
    return (0..<deepest).map { grid.line($0, style: layout.style) }
  }
}

import Statistics
import Wording

/// A text at the height of a line.
struct SVGLineLabel {
  let text: String
  let value: Double
  let color: String
}

extension SVGChart {
  /// What stands to the right of the plot: the last segment's lines and the target.
  var lineLabels: [SVGLineLabel] {
    guard let last = picture.chart.segments.last else { return [] }
    let lines: [(String, Double?, String)] = [
      (words.choose("Upper limit", "上側管理限界"), last.upper, SVGColor.limit),
      (words.capitalizedCenter, last.center, SVGColor.ink),
      (words.choose("Lower limit", "下側管理限界"), last.lower, SVGColor.limit),
    ]
    let labels = lines.compactMap { name, value, color in
      value.map { SVGLineLabel(text: "\(name) \(bare($0))", value: $0, color: color) }
    }
    return labels + targetLabel
  }

  private var targetLabel: [SVGLineLabel] {
    guard let target = picture.target else { return [] }
    let text = words.choose("Target", "目標") + " " + picture.numbers.bare(target, digits: 4)
    return [SVGLineLabel(text: text, value: target, color: SVGColor.target)]
  }

  private func bare(_ value: Double) -> String { picture.numbers.bare(value) }

  mutating func drawLabels(_ frame: SVGFrame) {
    let labels = lineLabels.filter { frame.scale.holds($0.value) }.sorted { $0.value > $1.value }
    let heights = Self.spread(labels.map { frame.y($0.value) }, in: frame)
    for (label, y) in zip(labels, heights) {
      let text = XMLText.lines(label.text, width: 262, size: 12, most: 1)[0]
      canvas.text(
        text, x: frame.right + 6, y: y + 4,
        .init(size: 12, color: label.color, isBold: label.color == SVGColor.ink))
    }
    for segment in picture.chart.segments.dropLast() { drawValues(of: segment, frame) }
  }

  /// Heights from the top down, moved as little as keeps 15 pixels between them.
  static func spread(_ heights: [Double], in frame: SVGFrame) -> [Double] {
    var spread = heights
    for index in spread.indices.dropFirst() {
      spread[index] = max(spread[index], spread[index - 1] + 15)
    }
    var limit = frame.bottom
    for index in spread.indices.reversed() {
      spread[index] = min(spread[index], limit)
      limit = spread[index] - 15
    }
    return spread
  }

  /// An earlier segment's numbers, where it is wide enough, above its lines.
  private mutating func drawValues(of segment: ChartSegment, _ frame: SVGFrame) {
    let left = frame.edge(before: segment.from)
    guard frame.edge(after: segment.to) - left > 60 else { return }
    for (value, color) in [
      (segment.upper, SVGColor.limit), (segment.center, SVGColor.ink),
      (segment.lower, SVGColor.limit),
    ] {
      guard let value else { continue }
      let font = SVGCanvas.Font(
        size: 11, color: color, isBold: color == SVGColor.ink, hasHalo: true)
      canvas.text(bare(value), x: left + 4, y: frame.y(value) - 4, font)
    }
  }
}

import Statistics
import Terminal

extension SVGChart {
  /// With more points than this, the latest alone are reached one by one; the table has them all.
  private static let mostReached = 160

  /// Over each point what is said of it, which a style sheet shows while it is looked at.
  mutating func drawTips(_ frame: SVGFrame) {
    let points = picture.chart.points
    for index in points.indices.suffix(Self.mostReached) {
      let words = picture.pointWords(index)
      canvas.tip(
        words.line, x: frame.x(index), y: frame.y(points[index].value), from: frame.left,
        to: frame.right, below: frame.top)
    }
  }
}

extension SVGCanvas {
  /// A place that can be reached, and a plate with its text above it.
  /// - Parameters:
  ///   - left: the plate keeps between this and `right`.
  ///   - top: above which it stands below its point.
  mutating func tip(
    _ text: String, x: Double, y: Double, from left: Double, to right: Double, below top: Double
  ) {
    let width = XMLText.width(text, size: 13) + 16
    let start = max(left, min(x - width / 2, right - width))
    let height = y - 34 < top ? y + 12 : y - 36
    let (px, py) = (SVGPath.text(x), SVGPath.text(y))
    let label = XMLText.escape(text)
    add(
      """
      <g class="point" tabindex="0" role="img" aria-label="\(label)">\
      <circle cx="\(px)" cy="\(py)" r="9" fill="transparent"/>\
      <g class="tip" aria-hidden="true"><rect x="\(SVGPath.text(start))" y="\(SVGPath.text(height))" \
      width="\(SVGPath.text(width))" height="24" rx="3" fill="\(SVGColor.ink)"/>\
      <text x="\(SVGPath.text(start + 8))" y="\(SVGPath.text(height + 16))" font-size="13" \
      fill="\(SVGColor.paper)">\(label)</text></g></g>

      """)
  }
}

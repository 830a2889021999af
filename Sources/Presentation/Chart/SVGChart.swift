import Bilingual
import CivilTime
import Statistics
import Terminal
import Wording

/// A chart as a picture of its own: SVG without scripts, styles, ids or anything from elsewhere, so
/// that it also stands inside a page, any number of times.
package struct SVGChart {
  let picture: ChartPicture
  let words: ChartWords
  let flags: ChartFlags
  var canvas = SVGCanvas()
  /// Whether each point is reached by keyboard and read out.
  private let isReachable: Bool

  /// The `svg` element, 960 pixels wide, with its reading in words for screen readers.
  package static func svg(_ picture: ChartPicture) -> String { svg(picture, isReachable: false) }

  /// The same for a page that sets it: each point is reached by keyboard and by screen readers, and
  /// says its period, value and reading. What is not to be seen before that is of the class `tip`.
  package static func reachable(_ picture: ChartPicture) -> String {
    svg(picture, isReachable: true)
  }

  private static func svg(_ picture: ChartPicture, isReachable: Bool) -> String {
    var chart = SVGChart(picture, isReachable: isReachable)
    let height = picture.chart.points.isEmpty ? chart.drawNothing() : chart.draw()
    return chart.document(height: height)
  }

  private init(_ picture: ChartPicture, isReachable: Bool) {
    self.picture = picture
    self.isReachable = isReachable
    words = ChartWords(picture)
    flags = ChartFlags(picture, points: picture.chart.points.indices)
  }

  /// Without spaces: WeasyPrint takes them for a part of the name.
  static let fonts =
    "'Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans','Hiragino Sans','Yu Gothic',"
    + "Meiryo,'Noto Sans JP','IPAexGothic','Noto Sans CJK JP',sans-serif"

  private func document(height: Double) -> String {
    let size = "\(SVGPath.text(SVGFrame.width)) \(SVGPath.text(height))"
    let title = XMLText.escape(picture.heading)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" \
      width="\(SVGPath.text(SVGFrame.width))" height="\(SVGPath.text(height))" role="\(isReachable ? "group" : "img")" \
      aria-label="\(title)" xml:lang="\(picture.language.rawValue)" \
      font-family="\(Self.fonts)">
      <title>\(title)</title>
      <desc>\(XMLText.escape(ChartDescription(picture).text))</desc>
      <rect width="100%" height="100%" fill="\(SVGColor.paper)"/>
      \(canvas.body)</svg>

      """
  }

  /// Draws from the top down; the height it takes.
  private mutating func draw() -> Double {
    var top = drawHeadings() + (picture.numbers.axisUnit == nil ? 8 : 26)
    let labels = lineLabels.map(\.text)
    let lanes = SVGFlagLanes(flags.flags, SVGFrame(picture, top: 0, labels: labels))
    top += lanes.height
    let frame = SVGFrame(picture, top: top, labels: labels)
    drawBands(frame)
    drawAxes(frame)
    drawFlags(lanes, frame)
    drawUnit(frame)
    drawSeries(frame)
    drawLines(frame)
    drawPoints(frame)
    drawLabels(frame)
    if isReachable { drawTips(frame) }
    return drawNotes(from: drawLegend(frame))
  }

  private mutating func drawNothing() -> Double {
    let y = drawHeadings() + 24
    let text = words.choose("No observations yet.", "実績値がまだありません。")
    canvas.text(text, x: SVGFrame.margin, y: y, .init(size: 14))
    return y + SVGFrame.margin
  }

  /// Title, what kind of chart it is, and the axis' unit; where they end.
  private mutating func drawHeadings() -> Double {
    let room = SVGFrame.width - 2 * SVGFrame.margin
    var y = 34.0
    for line in XMLText.lines(picture.heading, width: room, size: 20, most: 2) {
      canvas.text(line, x: SVGFrame.margin, y: y, .init(size: 20, isBold: true))
      y += 25
    }
    for line in XMLText.lines(words.subtitle, width: room, size: 13, most: 2) {
      canvas.text(line, x: SVGFrame.margin, y: y, .init(size: 13, color: SVGColor.faint))
      y += 18
    }
    return y
  }
}

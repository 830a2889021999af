import CivilTime
import Statistics
import Wording

extension SVGChart {
  mutating func drawAxes(_ frame: SVGFrame) {
    for tick in frame.scale.ticks {
      let y = frame.y(tick)
      canvas.line((frame.left, y), (frame.right, y), .init(color: SVGColor.grid, width: 1))
      let text = picture.numbers.tick(tick, step: frame.scale.step)
      canvas.text(
        text, x: frame.left - 8, y: y + 4, .init(size: 12, color: SVGColor.faint), anchor: .end)
    }
    let axis = SVGCanvas.Stroke(color: SVGColor.faint, width: 1)
    canvas.line((frame.left, frame.bottom), (frame.right, frame.bottom), axis)
    drawDates(frame)
  }

  /// The unit above the axis, over the lines of flags that may run there.
  mutating func drawUnit(_ frame: SVGFrame) {
    guard let unit = picture.numbers.axisUnit else { return }
    let text = XMLText.lines(unit, width: 300, size: 12, most: 1)[0]
    let font = SVGCanvas.Font(size: 12, color: SVGColor.faint, hasHalo: true)
    canvas.text(text, x: SVGFrame.margin, y: frame.top - 13, font)
  }

  private mutating func drawDates(_ frame: SVGFrame) {
    let points = picture.chart.points.indices
    let spacing = (frame.x(points.upperBound - 1) - frame.x(0)) / Double(max(points.count - 1, 1))
    var free = -Double.infinity
    for index in stride(from: 0, to: points.count, by: dateStride(spacing)) {
      let text = DateText.compact(picture.date(at: index), picture.cadence)
      let (x, half) = (frame.x(index), XMLText.width(text, size: 12) / 2)
      guard x - half >= free else { continue }
      free = x + half + 10
      canvas.line(
        (x, frame.bottom), (x, frame.bottom + 5), .init(color: SVGColor.faint, width: 1))
      canvas.text(
        text, x: x, y: frame.bottom + 19, .init(size: 12, color: SVGColor.faint), anchor: .middle)
    }
  }

  /// Points from one date to the next: a number that divides the year (or the week) where the
  /// picture has room for it.
  private func dateStride(_ spacing: Double) -> Int {
    let wanted = Int((90 / max(spacing, 0.001)).rounded(.up))
    let round: [Int] =
      switch picture.cadence {
      case .monthly: [1, 2, 3, 6, 12, 24, 36, 60, 120]
      case .weekly: [1, 2, 4, 13, 26, 52, 104]
      case .daily: [1, 2, 7, 14, 28, 56, 91, 182, 364]
      case .irregular: [1, 2, 5, 10, 20, 50, 100]
      }
    return round.first { $0 >= wanted } ?? wanted
  }
}

import Statistics

extension SVGChart {
  /// A faint ground between the limits.
  mutating func drawBands(_ frame: SVGFrame) {
    for segment in picture.chart.segments where segment.lower != nil {
      let points = segment.from...segment.to
      var band = steps(points, frame) { $0.upper }
      let back = corners(points, frame) { $0.lower }.reversed()
      for corner in back { band.line(corner.0, corner.1) }
      band.close()
      canvas.path(band, fill: SVGColor.band)
    }
  }

  /// Centre lines, limits, boundaries between segments, and the target.
  mutating func drawLines(_ frame: SVGFrame) {
    for segment in picture.chart.segments {
      drawLimits(segment, frame)
      let points = segment.from...segment.to
      canvas.path(
        steps(points, frame) { $0.center }, stroke: .init(color: SVGColor.ink, width: 1.8))
      if segment.from > 0 {
        let x = frame.edge(before: segment.from)
        canvas.line((x, frame.top), (x, frame.bottom), SVGChart.boundary)
      }
    }
    guard let target = picture.target, frame.scale.holds(target) else { return }
    let y = frame.y(target)
    canvas.line((frame.left, y), (frame.right, y), SVGChart.target)
  }

  /// Limits as they were in force, dashed for as long as they were trial limits.
  private mutating func drawLimits(_ segment: ChartSegment, _ frame: SVGFrame) {
    for points in picture.chart.stretchesOfOneState(in: segment) {
      let dashes = picture.chart.points[points.lowerBound].state == .trial ? "7 5" : nil
      let limit = SVGCanvas.Stroke(color: SVGColor.limit, width: 1.1, dashes: dashes)
      canvas.path(steps(points, frame) { $0.upper }, stroke: limit)
      canvas.path(steps(points, frame) { $0.lower }, stroke: limit)
    }
  }

  static let boundary = SVGCanvas.Stroke(color: SVGColor.ink, width: 1, dashes: "2 3")
  static let target = SVGCanvas.Stroke(color: SVGColor.target, width: 2, dashes: "12 4 2 4")

  private func steps(
    _ points: ClosedRange<Int>, _ frame: SVGFrame, _ value: (ChartPoint) -> Double?
  ) -> SVGPath {
    var path = SVGPath()
    for (index, corner) in corners(points, frame, value).enumerated() {
      if index == 0 { path.move(corner.0, corner.1) } else { path.line(corner.0, corner.1) }
    }
    return path
  }

  /// Both ends of each level stretch; empty where there is no such line.
  private func corners(
    _ points: ClosedRange<Int>, _ frame: SVGFrame, _ value: (ChartPoint) -> Double?
  ) -> [(Double, Double)] {
    var corners: [(Double, Double)] = []
    var level: Double?
    for index in points {
      guard let next = value(picture.chart.points[index]) else { return [] }
      guard next != level else { continue }
      let x = frame.edge(before: index)
      if let level { corners.append((x, frame.y(level))) }
      corners.append((x, frame.y(next)))
      level = next
    }
    if let level { corners.append((frame.edge(after: points.upperBound), frame.y(level))) }
    return corners
  }
}

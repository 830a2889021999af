import Statistics

extension SVGChart {
  /// With more points than this, those without a signal are only corners of the line.
  private static let mostMarked = 400

  var isCrowded: Bool { picture.chart.points.count > Self.mostMarked }

  /// The line through the points that count, broken where periods are missing.
  mutating func drawSeries(_ frame: SVGFrame) {
    let points = picture.chart.points
    let breaks = Set(picture.chart.gaps.map { $0.after + 1 })
    var (line, isBroken) = (SVGPath(), true)
    for index in points.indices {
      if breaks.contains(index) { isBroken = true }
      guard !points[index].excluded else { continue }
      let (x, y) = (frame.x(index), frame.y(points[index].value))
      if isBroken { line.move(x, y) } else { line.line(x, y) }
      isBroken = false
    }
    let stroke =
      isCrowded
      ? SVGCanvas.Stroke(color: SVGColor.crowd, width: 0.6)
      : SVGCanvas.Stroke(color: SVGColor.series, width: 1.2)
    canvas.path(line, stroke: stroke)
  }

  /// One path for each look, so that many points stay a small picture.
  mutating func drawPoints(_ frame: SVGFrame) {
    let points = picture.chart.points
    var shapes: [PointLook: SVGPath] = [:]
    for index in points.indices {
      let look = PointLook(points[index])
      if look == .plain, isCrowded { continue }
      let (x, y) = (frame.x(index), frame.y(points[index].value))
      shapes[look, default: SVGPath()].shape(look, x, y, radius: frame.radius)
    }
    for look in PointLook.allCases {
      canvas.points(look, shapes[look] ?? SVGPath(), areTiny: frame.radius < 3)
    }
  }
}

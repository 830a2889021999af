/// The data of an SVG path, in tenths of a pixel.
struct SVGPath {
  private(set) var data = ""

  var isEmpty: Bool { data.isEmpty }

  mutating func move(_ x: Double, _ y: Double) { add("M", x, y) }
  mutating func line(_ x: Double, _ y: Double) { add("L", x, y) }
  mutating func close() { data += "Z" }

  mutating func polygon(_ corners: [(Double, Double)]) {
    for (index, corner) in corners.enumerated() {
      add(index == 0 ? "M" : "L", corner.0, corner.1)
    }
    close()
  }

  mutating func circle(_ x: Double, _ y: Double, radius: Double) {
    let exact = (radius * 10).rounded() / 10
    let (size, width) = (Self.text(exact), Self.text(2 * exact))
    move((x * 10).rounded() / 10 - exact, y)
    data += "a\(size) \(size) 0 1 0 \(width) 0a\(size) \(size) 0 1 0 -\(width) 0Z"
  }

  private mutating func add(_ command: String, _ x: Double, _ y: Double) {
    data += command
    data += Self.text(x)
    data += " "
    data += Self.text(y)
  }

  /// A length with at most one decimal.
  static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    let sign = tenths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}

extension SVGPath {
  /// The shape of a point's look about its center.
  mutating func shape(_ look: PointLook, _ x: Double, _ y: Double, radius r: Double) {
    switch look {
    case .plain: circle(x, y, radius: r * 0.75)
    case .improvement: circle(x, y, radius: r * 1.1)
    case .concern:
      let d = r * 1.45
      polygon([(x, y - d), (x + d, y), (x, y + d), (x - d, y)])
    case .change: polygon([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)])
    case .conflict: polygon([(x, y - r * 1.4), (x + r * 1.3, y + r), (x - r * 1.3, y + r)])
    case .excluded: cross(x, y, size: r * 1.3)
    }
  }

  /// The outline of a slanted cross.
  private mutating func cross(_ x: Double, _ y: Double, size: Double) {
    let (far, arm) = (size, size * 0.45)
    let inner = far - arm
    polygon([
      (x - far, y - inner), (x - inner, y - far), (x, y - arm), (x + inner, y - far),
      (x + far, y - inner), (x + arm, y), (x + far, y + inner), (x + inner, y + far),
      (x, y + arm), (x - inner, y + far), (x - far, y + inner), (x - arm, y),
    ])
  }
}

/// The data of an SVG path, in tenths of a pixel.
struct SVGPath {
  private var bytes: [UInt8] = []

  var data: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func move(_ x: Double, _ y: Double) { add("M", x, y) }
  mutating func line(_ x: Double, _ y: Double) { add("L", x, y) }
  mutating func close() { bytes.append(UInt8(ascii: "Z")) }

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
    bytes += "a\(size) \(size) 0 1 0 \(width) 0a\(size) \(size) 0 1 0 -\(width) 0Z".utf8
  }

  private mutating func add(_ command: Unicode.Scalar, _ x: Double, _ y: Double) {
    bytes.append(UInt8(ascii: command))
    bytes.append(tenthsOf: x)
    bytes.append(UInt8(ascii: " "))
    bytes.append(tenthsOf: y)
  }

  /// A length with at most one decimal.
  static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    bytes.append(tenthsOf: value)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Digits, with a decimal unless it is 0. A path has tens of thousands of them, so that no text
  /// is made of each.
  fileprivate mutating func append(tenthsOf value: Double) {
    let tenths = Int((value * 10).rounded())
    if tenths < 0 { append(UInt8(ascii: "-")) }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    append(digitsOf: whole)
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(digitsOf: rest)
  }

  private mutating func append(digitsOf number: UInt) {
    if number >= 10 { append(digitsOf: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
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

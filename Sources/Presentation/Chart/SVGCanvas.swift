import Terminal

/// Elements of an SVG picture, written one after the other. Texts are made safe here.
struct SVGCanvas {
  private(set) var body = ""

  /// Markup that was made safe.
  mutating func add(_ markup: String) { body += markup }

  enum Anchor: String { case start, middle, end }

  /// How a text is set. A halo keeps it legible over lines.
  struct Font {
    var size: Double
    var color = SVGColor.ink
    var isBold = false
    var hasHalo = false
  }

  struct Stroke {
    var color: String
    var width: Double
    /// Lengths of dashes and spaces; nil is solid.
    var dashes: String?
  }

  /// The halo is a text of its own below: not every reader of SVG can paint a text's edge first.
  mutating func text(
    _ text: String, x: Double, y: Double, _ font: Font, anchor: Anchor = .start
  ) {
    if font.hasHalo {
      let edge = "stroke=\"\(SVGColor.paper)\" stroke-width=\"3\" stroke-linejoin=\"round\""
      write(text, x, y, font, anchor, "fill=\"\(SVGColor.paper)\" \(edge)")
    }
    write(text, x, y, font, anchor, "fill=\"\(font.color)\"")
  }

  private mutating func write(
    _ text: String, _ x: Double, _ y: Double, _ font: Font, _ anchor: Anchor, _ paint: String
  ) {
    body += "<text x=\"\(SVGPath.text(x))\" y=\"\(SVGPath.text(y))\""
    body += " font-size=\"\(SVGPath.text(font.size))\" \(paint)"
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
    if font.isBold { body += " font-weight=\"bold\"" }
    body += ">\(XMLText.escape(text))</text>\n"
  }

  /// Nothing is written for an empty path.
  mutating func path(_ path: SVGPath, fill: String = "none", stroke: Stroke? = nil) {
    guard !path.isEmpty else { return }
    body += "<path d=\"\(path.data)\" fill=\"\(fill)\""
    if let stroke {
      body += " stroke=\"\(stroke.color)\" stroke-width=\"\(SVGPath.text(stroke.width))\""
      body += " stroke-linejoin=\"round\""
      if let dashes = stroke.dashes { body += " stroke-dasharray=\"\(dashes)\"" }
    }
    body += "/>\n"
  }

  mutating func line(_ from: (Double, Double), _ to: (Double, Double), _ stroke: Stroke) {
    var path = SVGPath()
    path.move(from.0, from.1)
    path.line(to.0, to.1)
    self.path(path, stroke: stroke)
  }

  /// Points of one look, set off from what lies below them unless they are tiny.
  mutating func points(_ look: PointLook, _ path: SVGPath, areTiny: Bool = false) {
    switch look {
    case .plain, .excluded:
      let stroke = Stroke(color: SVGColor.look(look), width: areTiny ? 0.7 : 1.5)
      self.path(path, fill: SVGColor.paper, stroke: stroke)
    case .improvement, .concern, .change, .conflict:
      let edge = Stroke(color: SVGColor.paper, width: 0.7)
      self.path(path, fill: SVGColor.look(look), stroke: areTiny ? nil : edge)
    }
  }
}

/// Okabe and Ito's palette, which the color-blind can tell apart, and grays.
enum SVGColor {
  static let ink = "#1a1a1a"
  static let faint = "#595959"
  static let grid = "#e3e3e3"
  static let band = "#f4f6f8"
  static let paper = "#ffffff"
  static let series = "#6b6b6b"
  /// Lines of so many points that they would hide what lies below them.
  static let crowd = "#b5b5b5"
  static let limit = "#595959"
  /// Bluish green.
  static let target = "#009e73"

  static func look(_ look: PointLook) -> String {
    switch look {
    case .plain: series
    case .improvement: "#0072b2"
    case .concern: "#d55e00"
    case .change: "#cc79a7"
    case .conflict, .excluded: ink
    }
  }
}

/// Text between tags and in attributes: nothing in it can end them, and control characters show.
package enum XMLText {
  package static func escape(_ text: String) -> String {
    let safe = DisplayText.page(text)
    guard safe.utf8.contains(where: { "<>&\"'".utf8.contains($0) }) else { return safe }
    return safe.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// About how wide a sans-serif font sets it, in pixels; rather too wide than too narrow.
  static func width(_ text: String, size: Double) -> Double {
    safe(text).reduce(0) { $0 + ems($1) * size }
  }

  private static func ems(_ character: Character) -> Double {
    if displayWidth(character) == 2 { return 1 }
    switch character {
    case "a"..."l", "n"..."v", "x"..."z", "0"..."9", ".", ",", ":", "-", "(", ")", " ": return 0.5
    default: return 0.7
    }
  }

  /// Lines no wider than so many pixels, the last of `most` cut short where there would be more.
  static func lines(_ text: String, width: Double, size: Double, most: Int) -> [String] {
    let whole = self.width(text, size: size)
    guard whole > width else { return [safe(text)] }
    let cells = Int(width / whole * Double(displayWidth(safe(text))) * 0.97)
    let lines = Fitting.wrap(safe(text), width: cells)
    guard lines.count > most else { return lines }
    let rest = lines[(most - 1)...].joined(separator: " ")
    return lines[..<(most - 1)] + [Fitting.truncate(rest, toWidth: cells)]
  }
}

extension XMLText {
  /// The same on as many lines as it has, as fields of a form hold it.
  package static func lines(of text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escape(String($0)) }
      .joined(separator: "\n")
  }
}

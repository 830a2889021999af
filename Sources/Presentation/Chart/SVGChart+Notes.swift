import CivilTime
import Statistics

/// A sign of the legend: its picture and what it means.
private enum SVGSign {
  case look(PointLook)
  case line(SVGCanvas.Stroke)
  case flag
}

extension SVGChart {
  private static let mostNotes = 20

  /// The signs in use, in rows below the plot; where they end.
  mutating func drawLegend(_ frame: SVGFrame) -> Double {
    var (x, y) = (SVGFrame.margin, frame.bottom + 50)
    for (sign, text) in signs(frame) {
      let width = 34 + XMLText.width(text, size: 12) + 18
      if x > SVGFrame.margin, x + width > SVGFrame.width - SVGFrame.margin {
        (x, y) = (SVGFrame.margin, y + 22)
      }
      draw(sign, x: x, y: y - 4)
      canvas.text(text, x: x + 34, y: y, .init(size: 12))
      x += width
    }
    return y + 18
  }

  private func signs(_ frame: SVGFrame) -> [(SVGSign, String)] {
    let used = Set(picture.chart.points.map(PointLook.init))
    let looks = PointLook.allCases.filter(used.contains).filter { $0 != .plain || !isCrowded }.map {
      (SVGSign.look($0), ChartWords.name($0, picture.language))
    }
    return looks + lineSigns(frame) + eventSigns
  }

  private func lineSigns(_ frame: SVGFrame) -> [(SVGSign, String)] {
    var signs: [(SVGSign, String)] = []
    let states = Set(picture.chart.points.filter { $0.upper != nil }.map(\.state))
    signs.append((.line(.init(color: SVGColor.ink, width: 1.8)), words.centerName))
    if states.contains(.full) {
      signs.append(
        (.line(.init(color: SVGColor.limit, width: 1.1)), words.choose("limits", "管理限界")))
    }
    if states.contains(.trial) {
      let stroke = SVGCanvas.Stroke(color: SVGColor.limit, width: 1.1, dashes: "7 5")
      signs.append((.line(stroke), words.choose("trial limits", "暫定の管理限界")))
    }
    if let target = picture.target {
      let isDrawn = frame.scale.holds(target)
      signs.append((.line(Self.target), isDrawn ? words.choose("target", "目標") : words.farTarget))
    }
    return signs
  }

  private var eventSigns: [(SVGSign, String)] {
    var signs: [(SVGSign, String)] = []
    if !picture.chart.gaps.isEmpty {
      let broken = SVGCanvas.Stroke(color: SVGColor.series, width: 1.2, dashes: "9 10")
      signs.append((.line(broken), words.choose("missing periods", "実績値のない期間")))
    }
    if picture.chart.segments.count > 1 {
      signs.append((.line(Self.boundary), words.choose("limits rebased", "基準改定")))
    }
    if !flags.flags.isEmpty {
      signs.append((.flag, words.choose("what happened, see below", "出来事（下記）")))
    }
    return signs
  }

  private mutating func draw(_ sign: SVGSign, x: Double, y: Double) {
    switch sign {
    case .look(let look):
      var shape = SVGPath()
      shape.shape(look, x + 14, y, radius: 4.5)
      canvas.points(look, shape)
    case .line(let stroke): canvas.line((x, y), (x + 28, y), stroke)
    case .flag: drawFlag("1", x: x + 14, y: y)
    }
  }

  /// The reading, segments, excluded points and what happened; where the picture ends.
  mutating func drawNotes(from top: Double) -> Double {
    var y = top + 8
    for text in readings + segments + exclusions { y = drawNote(text, x: SVGFrame.margin, y: y) }
    if !flags.flags.isEmpty || flags.outside > 0 { y += 6 }
    for flag in flags.flags.prefix(Self.mostNotes) {
      drawFlag(String(flag.number), x: SVGFrame.margin + 11, y: y + 8)
      y = drawNote(picture.words(flag.annotation), x: SVGFrame.margin + 34, y: y)
    }
    let unlisted = flags.flags.count - Self.mostNotes
    if unlisted > 0 { y = drawNote(words.unlisted(unlisted), x: SVGFrame.margin, y: y) }
    if flags.outside > 0 { y = drawNote(words.outside(flags.outside), x: SVGFrame.margin, y: y) }
    return y + 14
  }

  private mutating func drawNote(_ text: String, x: Double, y: Double) -> Double {
    let lines = XMLText.lines(
      text, width: SVGFrame.width - SVGFrame.margin - x, size: 12.5, most: 3)
    for (index, line) in lines.enumerated() {
      canvas.text(line, x: x, y: y + 12 + Double(index) * 17, .init(size: 12.5))
    }
    return y + Double(lines.count) * 17 + 4
  }

  private var readings: [String] {
    let state = picture.chart.segments.last.map(words.state)
    return [state, words.run, words.assurance, words.tally].compactMap(\.self) + words.omissions
  }

  private var segments: [String] {
    let all = picture.chart.segments
    let isPlain = all.count == 1 && !picture.limitsVary(in: all[0])
    return isPlain ? [] : all.suffix(8).map(words.lines)
  }

  private var exclusions: [String] {
    let excluded = picture.chart.points.indices.filter { picture.chart.points[$0].excluded }
    return excluded.suffix(8).map {
      words.choose("Excluded", "除外") + ": " + words.exclusion($0)
    }
  }
}

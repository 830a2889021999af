import CivilTime
import Statistics
import Terminal
import Wording

extension TextChart {
  /// Every sign that the plot uses, in words.
  func legend(_ plot: TextPlot) -> [String] {
    packed(points(plot) + lines(plot) + breaks(plot))
  }

  private func points(_ plot: TextPlot) -> [String] {
    let used = Set(picture.chart.points[plot.columns.points].map(PointLook.init))
    return PointLook.allCases.filter(used.contains).map {
      "\(plot.glyphs.look($0)) \(ChartWords.name($0, picture.language))"
    }
  }

  private func lines(_ plot: TextPlot) -> [String] {
    guard let last = picture.chart.segments.last else { return [] }
    let glyphs = plot.glyphs
    let center = last.center.map { "\(glyphs.center) \(words.named(words.centerName, $0))" }
    let limits = words.limits(last).map { "\(limitSign(last.state, glyphs)) \($0)" }
    return [center, limits, otherLimits(than: last, plot), target(plot)].compactMap(\.self)
  }

  private func limitSign(_ state: ChartState, _ glyphs: TextGlyphs) -> String {
    state == .trial
      ? "\(glyphs.trialLimit) " + words.choose("trial limits", "暫定の管理限界")
      : "\(glyphs.limit) " + words.choose("limits", "管理限界")
  }

  /// The limits' other sign, where earlier points in the picture use it.
  private func otherLimits(than last: ChartSegment, _ plot: TextPlot) -> String? {
    let other = picture.chart.points[plot.columns.points].first {
      $0.upper != nil && ($0.state != last.state || last.upper == nil)
    }
    return other.map {
      limitSign($0.state, plot.glyphs) + words.choose(" of earlier points", "（以前の点）")
    }
  }

  private func target(_ plot: TextPlot) -> String? {
    guard let target = picture.target else { return nil }
    guard plot.scale.holds(target) else { return words.farTarget }
    let value = picture.numbers.measured(target)
    return "\(plot.glyphs.target) " + words.choose("target \(value)", "目標 \(value)")
  }

  private func breaks(_ plot: TextPlot) -> [String] {
    var signs: [String] = []
    if !plot.columns.boundaries.isEmpty {
      signs.append("\(plot.glyphs.boundary) " + words.choose("limits rebased", "基準改定"))
    }
    if !plot.columns.gaps.isEmpty {
      signs.append("\(plot.glyphs.gap) " + words.choose("missing periods", "実績値のない期間"))
    }
    return signs
  }

  /// Items on as few lines as they need, three cells apart, none of them broken unless it alone is
  /// wider than a line.
  private func packed(_ items: [String]) -> [String] {
    var lines: [String] = []
    for item in items.map(safe) {
      let joined = (lines.last.map { $0 + "   " } ?? "") + item
      if !lines.isEmpty, displayWidth(joined, ambiguous: layout.ambiguous) <= layout.width {
        lines[lines.count - 1] = joined
      } else {
        lines.append(item)
      }
    }
    return lines.flatMap {
      Fitting.wrap($0, width: layout.width, hanging: 2, ambiguous: layout.ambiguous)
    }
  }

  /// Segments before the last, excluded points, and what happened.
  func notes(_ plot: TextPlot) -> [String] {
    section(words.choose("Segments", "区間"), segments())
      + section(words.choose("Excluded", "除外した点"), exclusions(plot))
      + section(words.choose("What happened", "出来事"), events(plot))
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", layout.style.apply(.strong, to: title)] + lines
  }

  private func segments() -> [String] {
    guard picture.chart.segments.count > 1 else { return [] }
    return picture.chart.segments.suffix(12).flatMap { item("-", words.lines($0)) }
  }

  private func exclusions(_ plot: TextPlot) -> [String] {
    plot.columns.points.filter { picture.chart.points[$0].excluded }.suffix(12).flatMap {
      item(plot.glyphs.look(.excluded), words.exclusion($0))
    }
  }

  private func events(_ plot: TextPlot) -> [String] {
    let flags = ChartFlags(picture, points: plot.columns.points)
    let lines = flags.flags.flatMap { item($0.letter, picture.words($0.annotation)) }
    guard flags.outside > 0 else { return lines }
    return lines + item("-", words.outside(flags.outside))
  }
}

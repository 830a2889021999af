import Bilingual
import CivilTime
package import Statistics
import Terminal
import Wording

extension ChartWords {
  /// The target against the last limits; nil without a target.
  package var assurance: String? {
    guard let target = picture.target.map(picture.numbers.measured) else { return nil }
    switch picture.chart.assurance {
    case .met:
      return choose(
        "Target \(target): met consistently, unless the process changes.",
        "目標\(target): 現在の水準が続けば安定して達成できます。")
    case .missed:
      return choose(
        "Target \(target): missed consistently, unless the process changes.",
        "目標\(target): 現在のやり方のままでは達成できません。")
    case .hitAndMiss:
      return choose(
        "Target \(target): hit and miss, since it lies within the limits.",
        "目標\(target): 管理限界の内側にあるため、達成は偶然に左右されます。")
    case .none:
      return choose(
        "Target \(target): no verdict without limits and a direction.",
        "目標\(target): 管理限界と良し悪しの向きがそろうまで判定できません。")
    }
  }

  /// The runs about the last segment's median; nil when no point lies off it.
  package var run: String? {
    guard let run = picture.chart.run else { return nil }
    let median = picture.numbers.measured(run.center)
    guard let signal = run.signal else {
      return choose(
        "Runs about the median of \(median): no verdict below 10 points off it (\(count(run.useful)) now).",
        "中央値\(median)に対する連: 中央値以外の点が10点未満（現在\(count(run.useful))点）のため判定できません。")
    }
    let facts = choose(
      "Runs about the median of \(median): longest \(count(run.longestRun)) (chance: up to "
        + "\(count(run.longestRunLimit))), crossings \(count(run.crossings)) (chance: \(count(run.crossingsLimit)) or "
        + "more), \(count(run.useful)) points off it.",
      "中央値\(median)に対する連: 最長\(count(run.longestRun))点（偶然なら\(count(run.longestRunLimit))点まで）、"
        + "交差\(count(run.crossings))回（偶然なら\(count(run.crossingsLimit))回以上）、中央値以外\(count(run.useful))点。"
    )
    return facts + choose(" ", "")
      + (signal
        ? choose("More than chance explains.", "偶然とは考えにくい動きです。")
        : choose("Within what chance explains.", "偶然の範囲内です。"))
  }

  private func count(_ number: Int) -> String { NumberText.whole(number) }

  /// Centre and limits of one segment, with its first and last period.
  package func lines(_ segment: ChartSegment) -> String {
    let when = stretch(segment.from, segment.to)
    guard let center = segment.center.map(picture.numbers.computed) else {
      return choose("\(when): no lines", "\(when): 線なし")
    }
    let name = centerName
    let base = choose("\(when): \(name) \(center)", "\(when): \(name)\(center)")
    guard let limits = limits(segment) else { return base }
    return choose("\(base), limits \(limits)", "\(base)、管理限界\(limits)")
  }

  /// Both limits; those of the last point where they vary. Nil without limits.
  func limits(_ segment: ChartSegment) -> String? {
    guard let lower = segment.lower, let upper = segment.upper else { return nil }
    let (low, high) = (picture.numbers.bare(lower), picture.numbers.computed(upper))
    let range = choose("\(low) to \(high)", "\(low)〜\(high)")
    guard picture.limitsVary(in: segment) else { return range }
    return choose(
      "\(range) at the last point (they vary with the denominator)",
      "\(range)（最終点の値。分母により変わります）")
  }

  var centerName: String {
    let isMedian = picture.chart.options.kind == .run || picture.chart.options.center == .median
    return isMedian ? choose("median", "中央値") : choose("centre line", "中心線")
  }

  /// How many signals of each reading there are, without those of excluded points, or that there are none. Nil where there are too few
  /// points to look for any.
  package var tally: String? {
    let causes = picture.chart.specialCauses.filter { !$0.excluded }
    guard picture.chart.segments.contains(where: { $0.state != .line }) else { return nil }
    guard !causes.isEmpty else {
      return choose("No signals: only the usual variation.", "シグナルはなく、通常のばらつきの範囲です。")
    }
    let parts = Reading.allCases.compactMap { reading -> String? in
      let count = causes.count { $0.reading == reading }
      return count == 0 ? nil : "\(reading.words(picture.language)) \(NumberText.whole(count))"
    }
    let total = NumberText.whole(causes.count)
    let each = parts.joined(separator: choose(", ", "、"))
    return choose("Signals: \(total) (\(each)).", "シグナル: \(total)件（\(each)）。")
  }

  static func name(_ look: PointLook, _ language: Language) -> String {
    switch look {
    case .plain: language.choose("no signal", "シグナルなし")
    case .improvement: language.choose("signal: improvement", "シグナル: 改善")
    case .concern: language.choose("signal: concern", "シグナル: 懸念")
    case .change: language.choose("signal: neutral", "シグナル: 中立")
    case .conflict: language.choose("signals both ways", "相反するシグナル")
    case .excluded: language.choose("excluded", "除外")
    }
  }

  static func name(_ kind: ChartAnnotation.Kind, _ language: Language) -> String {
    switch kind {
    case .cycle: language.choose("Cycle", "ミニPDCA")
    case .training: language.choose("Training", "研修")
    case .decision: language.choose("Decision", "意思決定")
    case .rebase: language.choose("Rebase", "基準改定")
    case .note: language.choose("Note", "メモ")
    }
  }
}

extension ChartPicture {
  /// The annotation as a line of its own.
  func words(_ annotation: ChartAnnotation) -> String {
    let kind = ChartWords.name(annotation.kind, language)
    return "\(annotation.date) \(kind): \(annotation.label)"
  }
}

extension ChartWords {
  /// `centre line 14.7 hours`, `中心線 14.7時間`
  func named(_ name: String, _ value: Double) -> String {
    "\(name) \(picture.numbers.computed(value))"
  }

  func exclusion(_ index: Int) -> String {
    let date = picture.date(at: index)
    let value = picture.numbers.measured(picture.chart.points[index].value)
    let period = DateText.bound(date, picture.cadence, picture.language)
    let reason = picture.exclusionReasons[date] ?? choose("no reason stated", "理由の記録なし")
    return choose("\(period) (\(value)): \(reason)", "\(period)（\(value)）: \(reason)")
  }

  var capitalizedCenter: String {
    let name = centerName
    return (name.first.map { $0.uppercased() } ?? "") + name.dropFirst()
  }

  /// The target where it lies too far away to be drawn.
  var farTarget: String {
    let target = picture.target.map(picture.numbers.measured) ?? ""
    return choose("target \(target) (outside of the picture)", "目標 \(target)（図の範囲外）")
  }

  func unlisted(_ count: Int) -> String {
    choose("\(NumberText.whole(count)) more are not listed.", "ほか\(NumberText.whole(count))件は省略。")
  }

  func outside(_ count: Int) -> String {
    choose(
      "Outside of the time shown: \(NumberText.whole(count))",
      "表示期間外の出来事: \(NumberText.whole(count))件")
  }
}

extension ChartWords {
  /// What the chart can't show, one sentence each; the latest where there are many.
  package var omissions: [String] {
    let told = picture.chart.omissions.suffix(10).map(omission)
    return told + (omittedTarget.map { [$0] } ?? [])
  }

  private func omission(_ omission: ChartOmission) -> String {
    let day = LocalDate(dayNumber: omission.period)
    let period = DateText.bound(day, picture.cadence, picture.language)
    let value = omission.denominator.map { "\(omission.value)/\($0)" } ?? "\(omission.value)"
    switch omission.reason {
    case .missingDenominator:
      return choose(
        "Left out: \(period) (\(value)) has no denominator, as the others have.",
        "除外: \(period)（\(value)）には母数がないため、管理図と管理限界に含めていません。")
    case .notComputable:
      return choose(
        "Left out: \(period) (\(value)) is a number that no chart can show.",
        "除外: \(period)（\(value)）は管理図で扱えない数値です。")
    case .impossible:
      return choose(
        "Left out: \(period) (\(value)) is not possible for this chart.",
        "除外: \(period)（\(value)）はこの管理図ではあり得ない値です。")
    }
  }

  private var omittedTarget: String? {
    picture.chart.omittedTarget.map {
      choose(
        "Left out: the target \($0) is a number that no chart can show.",
        "除外: 目標\($0)は管理図で扱えない数値です。")
    }
  }
}

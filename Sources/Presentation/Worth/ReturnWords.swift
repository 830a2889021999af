package import Bilingual
import CivilTime
import Domain
import ReadModels
package import Reviews
import Wording

/// The report of the return as people read it: what was spent, what it brought, what isn't known.
package struct ReturnWords {
  let report: ReturnReport
  let language: Language

  package init(_ report: ReturnReport, _ language: Language) {
    (self.report, self.language) = (report, language)
  }

  package var document: Document {
    Document(
      language: language, title: title, subtitle: subtitle, lead: lead,
      sections: [
        summary, levels, impact, losses, trainings, areas, indicators, surroundings,
        unpriced, unknown, traces,
      ]
      .filter { !$0.blocks.isEmpty })
  }

  func say(_ en: String, _ ja: String) -> String { language.choose(en, ja) }

  func money(_ value: Double) -> String {
    let whole = Int(abs(value).rounded())
    let text = MoneyText.text(Money(minorUnits: whole, currency: report.currency), language)
    return value < 0 && whole > 0 ? "−\(text)" : text
  }

  func range(_ interval: ClosedRange<Double>) -> String {
    say(
      "\(money(interval.lowerBound)) to \(money(interval.upperBound))",
      "\(money(interval.lowerBound))〜\(money(interval.upperBound))")
  }

  func percent(_ value: Double?) -> String {
    value.map { NumberText(language: language).bare($0) + "%" } ?? "–"
  }

  private var title: String {
    switch report.scope {
    case .design(let id): say("What \(id) brought", "\(id) の投資対効果")
    case .area(let name): say("What \(name) brought", "価値領域「\(name)」の投資対効果")
    case .all: say("What trainings brought", "研修の投資対効果")
    }
  }

  private var subtitle: String {
    let name = report.designs.count == 1 ? report.designs[0].title : report.organization
    return [name, DateText.day(report.today, language)].filter { !$0.isEmpty }
      .joined(separator: say(", ", "、"))
  }

  /// Of the area where one is asked for.
  package var figures: ReturnFigures {
    if case .area = report.scope, let area = report.areas.first { return area.figures }
    return report.figures
  }
}

/// In a sentence, and in a table that takes a minute.
extension ReturnWords {
  private var lead: String {
    let figures = figures
    if figures.cost <= 0 {
      return say(
        "No cost is known yet: nothing can be set against what was gained.",
        "費用の記録がないため、投資対効果は算出できません。")
    }
    let spent = money(figures.cost)
    if figures.benefit.value == 0, !report.designs.isEmpty,
      report.designs.allSatisfy({ $0.early != nil })
    {
      return say(
        "\(spent) spent. It is too early to tell what came of it: see what isn't known.",
        "投資額は\(spent)です。効果の判断にはまだ早い時期です（「不明な点」を参照）。")
    }
    guard figures.benefit.value != 0 else {
      return figures.isValued
        ? say(
          "\(spent) spent. No KPI that it was to move has changed so that its chart tells of it: "
            + "nothing has come back yet.",
          "投資額は\(spent)です。対象KPIにシグナルのある変化はなく、回収はまだありません。")
        : say(
          "\(spent) spent. KPIs moved, and nobody has said what a unit of them is worth.",
          "投資額は\(spent)です。KPIに変化はありますが、1単位あたりの金額が未設定のため換算できません。")
    }
    return returned(figures, spent) + (figures.isValued ? "" : atLeast)
  }

  private func returned(_ figures: ReturnFigures, _ spent: String) -> String {
    let back = percent(figures.percent(of: figures.cost))
    let months = figures.paybackMonths(of: figures.cost)
    let number = NumberText(language: language)
    let pays = months.map {
      say(
        " At this level the cost is back in \(number.rounded($0)) months.",
        "現在の水準が続けば\(number.rounded($0))か月で回収できます。")
    }
    return say(
      "\(spent) spent, \(money(figures.benefit.value)) gained so far "
        + "(95 %: \(range(figures.benefit.interval))): a return of \(back).\(pays ?? "")",
      "投資額\(spent)に対し、これまでの効果額は\(money(figures.benefit.value))"
        + "（95%区間: \(range(figures.benefit.interval))）、ROIは\(back)です。\(pays ?? "")")
  }

  private var atLeast: String {
    say(
      " Not all that moved has a value: see what isn't known.",
      "金額が未設定のKPIがあります（「不明な点」を参照）。")
  }

  private var summary: DocumentSection {
    let figures = figures
    func row(_ label: String, _ gross: String, _ net: String) -> [String] { [label, gross, net] }
    func both(_ label: String, _ value: (Double) -> String) -> [String] {
      [label, value(figures.cost), value(figures.net)]
    }
    var rows = [
      row(say("Cost", "費用"), money(figures.cost), money(figures.net)),
      row(
        say("Gained so far", "これまでの効果額"), money(figures.benefit.value),
        money(figures.benefit.value)),
      row(
        say("in a year at this level", "現在の水準での年間効果額"), money(figures.yearly.value),
        money(figures.yearly.value)),
    ]
    let number = NumberText(language: language)
    rows.append(
      both(say("Return (ROI)", "ROI（投資利益率）")) {
        percent(figures.percent(of: $0))
      })
    rows.append(
      both(say("Benefit ÷ cost (BCR)", "費用便益比（BCR）")) {
        figures.ratio(to: $0).map { number.bare($0) } ?? "–"
      })
    rows.append(
      both(say("Payback in months", "回収期間（月）")) {
        figures.paybackMonths(of: $0).map { number.rounded($0) } ?? "–"
      })
    let columns = [
      say("Figure", "項目"), say("Gross", "総額"), say("Net of subsidy", "助成金控除後"),
    ]
    return DocumentSection(
      title: say("Level 5: the return", "レベル5: 投資対効果"),
      blocks: [.table(columns: columns, numeric: [1, 2], rows: rows)])
  }
}

/// Levels 0 to 3.
extension ReturnWords {
  private var levels: DocumentSection {
    let rows = report.designs.flatMap { design in
      [inputs(design)] + [1, 2, 3, 4].compactMap { level($0, of: design) }
    }
    return DocumentSection(
      title: say("Levels 0 to 4", "レベル0〜4"),
      blocks: rows.isEmpty
        ? []
        : [
          .table(
            columns: [say("Training", "研修"), say("Level", "レベル"), say("What is known", "内容")],
            numeric: [], rows: rows)
        ])
  }

  private func inputs(_ design: DesignReturn) -> [String] {
    let costs = design.costs.map { "\($0.kind.words(language)) \(money($0.amount))" }
    let hours = design.minutes.map { HoursText.words(minutes: $0)(language) }
    let people = say(
      "\(design.sessions.count) session\(design.sessions.count == 1 ? "" : "s"), "
        + "\(design.attendees) people",
      "セッション\(design.sessions.count)回、参加\(design.attendees)名")
    let worked = hours.map { say("\($0) of people's time", "延べ\($0)") }
    return [
      "\(design.id)", say("0 inputs", "0 投入"),
      ([people, worked].compactMap(\.self) + costs).joined(separator: say("; ", "、")),
    ]
  }

  private func level(_ level: Int, of design: DesignReturn) -> [String]? {
    let score = design.scores.first { $0.level == level }
    let evaluated = score?.score.map { percent($0) }
    let names = [
      say("1 reaction", "1 反応"), say("2 learning", "2 学習"), say("3 application", "3 行動"),
      say("4 impact", "4 成果"),
    ]
    let seen = level == 3 ? applied(design.application) : level == 4 ? moved(design) : nil
    let rows = score?.evaluations ?? []
    let points = rows.flatMap(\.points).map { say("on \($0)", "人材像「\($0)」") }
    let told = ([evaluated, seen].compactMap(\.self) + points + rows.compactMap(\.note)).joined(
      separator: say("; ", "、"))
    return told.isEmpty ? nil : ["\(design.id)", names[level - 1], told]
  }

  private func applied(_ one: Application) -> String? {
    guard one.attended > 0 else { return nil }
    let tried = say(
      "\(one.tried) of \(one.attended) tried it within 14 days",
      "14日以内に試した人 \(one.tried)/\(one.attended)名")
    return [tried, cycles(one), cases(one)].joined(separator: say("; ", "、"))
  }

  private func cycles(_ one: Application) -> String {
    if one.cycles.isEmpty { return say("no cycle yet", "ミニPDCAなし") }
    let count = one.cycles.count
    let told = say("\(count) cycle\(count == 1 ? "" : "s")", "ミニPDCA\(count)件")
    if one.checked == 0 { return told + say(", none checked yet", "（未評価）") }
    let adopted =
      one.acted == 0
      ? "" : say(", \(one.adopted) of \(one.acted) adopted", "、採用\(one.adopted)/\(one.acted)件")
    return told
      + say(
        ", \(one.checked) checked, \(one.met) met\(adopted)",
        "（評価\(one.checked)件、達成\(one.met)件\(adopted)）")
  }

  private func cases(_ one: Application) -> String {
    if one.concepts == 0 { return say("no use case made yet", "活用構想なし") }
    return say(
      "\(one.concepts) use case\(one.concepts == 1 ? "" : "s") made, "
        + "\(one.conceptsStarted) begun",
      "活用構想\(one.concepts)件（開始\(one.conceptsStarted)件）")
  }

  private func moved(_ design: DesignReturn) -> String? {
    guard !design.gains.isEmpty else { return nil }
    let gains = design.gains.count { $0.gain.finding == .gain }
    let losses = design.gains.count { $0.gain.finding == .loss }
    let count = design.gains.count
    if gains + losses == 0 {
      return say(
        count == 1 ? "its KPI has not moved" : "none of \(count) KPIs moved",
        "対象KPI\(count)件に変化なし")
    }
    return say(
      "of \(count) KPI\(count == 1 ? "" : "s") \(gains) better, \(losses) worse",
      "対象KPI\(count)件のうち改善\(gains)件、悪化\(losses)件")
  }
}

extension ReturnCostKind {
  package var words: Phrase {
    switch self {
    case .recorded(let kind): kind?.words ?? Phrase(en: "other costs", ja: "その他の費用")
    case .wages: Phrase(en: "wages of those who took part", ja: "参加者の人件費")
    case .cycles: Phrase(en: "time logged on cycles", ja: "ミニPDCAの活動時間")
    }
  }
}

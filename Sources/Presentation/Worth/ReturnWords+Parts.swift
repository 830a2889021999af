package import Bilingual
import CivilTime
import Domain
import ReadModels
package import Reviews
import Statistics
import Wording

/// By training, by value area, by indicator; and what isn't known.
extension ReturnWords {
  var trainings: DocumentSection {
    guard report.designs.count > 1 else { return DocumentSection(title: "", blocks: []) }
    return DocumentSection(
      title: say("By training", "研修別"),
      blocks: [
        table(say("Training", "研修"), report.designs.map { (name(of: $0), $0.figures) })
      ])
  }

  /// With how long ago it was, where that is too short to judge it.
  private func name(of design: DesignReturn) -> String {
    let name = "\(design.id) \(design.title)"
    guard case .early(_, let held, _)? = design.early else { return name }
    let days = held.days(until: report.today)
    return name + say(" (held \(days) days ago: too early)", "（実施から\(days)日、評価には早い）")
  }

  /// Which one pays, the best first.
  var areas: DocumentSection {
    let known = report.areas.filter { !$0.kpis.isEmpty }
    guard !known.isEmpty else { return DocumentSection(title: "", blocks: []) }
    let sorted = known.sorted {
      ($0.figures.benefit.value - $0.figures.cost) > ($1.figures.benefit.value - $1.figures.cost)
    }
    return DocumentSection(
      title: say("By value area", "価値領域別"),
      blocks: [
        table(say("Area", "領域"), sorted.map { ($0.name, $0.figures) }),
        .paragraph(
          say(
            "A training's cost is spread evenly over the KPIs that it was to move, and from there by "
              + "the shares of their areas.",
            "研修の費用は対象KPIに均等に割り振り、各KPIの領域の配分に応じて按分しています。")),
      ])
  }

  private func table(
    _ first: String, _ rows: [(name: String, figures: ReturnFigures)]
  ) -> DocumentBlock {
    .table(
      columns: [
        first, say("Cost", "費用"), say("Gained", "効果額"), say("95 %", "95%区間"),
        say("Return", "ROI"), say("Net of subsidy", "助成金控除後"),
      ],
      numeric: [1, 2, 4, 5],
      rows: rows.map { name, figures in
        [
          name, money(figures.cost), money(figures.benefit.value),
          range(figures.benefit.interval),
          percent(figures.percent(of: figures.cost)), percent(figures.percent(of: figures.net)),
        ]
      })
  }

  var indicators: DocumentSection {
    let named = report.indicators.map { line in
      let numbers = NumberText(of: line.kpi, language)
      let moved = line.gain?.gain.effect.map {
        "\(numbers.computed($0.before.mean)) → \(numbers.computed($0.now.mean))"
      }
      return [
        line.indicator.words(language), "\(line.kpi.reference) \(line.kpi.name)",
        moved ?? line.latest.map { numbers.computed($0) } ?? "–",
      ]
    }
    return DocumentSection(
      title: say("Indicators", "指標"),
      blocks: [
        .table(
          columns: [say("Indicator", "指標"), say("From", "出典"), say("Level", "水準")], numeric: [],
          rows: named + computed)
      ])
  }

  /// What the log itself knows.
  private var computed: [[String]] {
    let applied = report.designs.map(\.application)
    let (acted, adopted) = (
      applied.map(\.acted).reduce(0, +), applied.map(\.adopted).reduce(0, +)
    )
    let number = NumberText(language: language)
    let log = say("the log", "記録")
    func days(_ value: Double) -> String {
      say("\(number.rounded(value)) days", "\(number.rounded(value))日")
    }
    let reuse = report.reuse.flatMap { one in
      one.rate.map { "\(percent($0 * 100)) (\(one.reused)/\(one.lessons))" }
    }
    return [
      [
        WorthIndicator.proposalsAdopted.words(language), log,
        acted == 0
          ? "–" : "\(percent(Double(adopted) / Double(acted) * 100)) (\(adopted)/\(acted))",
      ],
      [
        WorthIndicator.useCases.words(language), log,
        "\(applied.map(\.concepts).reduce(0, +))",
      ],
      [
        WorthIndicator.decisionLeadTime.words(language), log,
        report.pace.last.map { days($0.medianDays) } ?? "–",
      ],
      [
        say("Reuse rate of lessons", "教訓の再利用率"), log,
        reuse ?? "–",
      ],
      [
        WorthIndicator.likeWorkLeadTime.words(language), log,
        Descriptive.median(report.reuseDays.map(Double.init)).map(days) ?? "–",
      ],
    ]
  }

  /// What has no price and gets none.
  var unpriced: DocumentSection {
    let moved = report.designs.flatMap(\.gains).filter { $0.gain.counts && $0.money == nil }
    let notes = report.designs.flatMap(\.scores).flatMap(\.evaluations).compactMap { row in
      row.note.map { "\(ItemID(row.department, .design, row.design)).\(row.session): \($0)" }
    }
    let lines = moved.map { "\($0.kpi) \($0.gain.kpi.name)" } + notes
    return DocumentSection(
      title: say("Not in money", "金額に換算しないもの"), blocks: lines.isEmpty ? [] : [.list(lines)])
  }

  var unknown: DocumentSection {
    let gaps = report.gaps.filter { gap in
      if case .area = gap { return !report.areas.isEmpty }
      return true
    }
    return DocumentSection(
      title: say("What isn't known", "不明な点"),
      blocks: gaps.isEmpty
        ? []
        : [
          .commands(
            gaps.firstOfEachKind.map { gap, count in
              let (words, command) = gap.words(language)
              let more =
                count > 1 ? say(" (and \(count - 1) more of its kind)", "（ほか\(count - 1)件）") : ""
              return DocumentCommand(label: words + more, command: command)
            })
        ])
  }

  /// Where the figures stand in the log.
  var traces: DocumentSection {
    let values = report.designs.flatMap(\.gains).compactMap { one in
      one.money?.values.last.map { value in
        (say("Worth of a unit of \(one.kpi)", "\(one.kpi) の1単位の金額"), value.entry.place)
      }
    }
    let costs = report.designs.flatMap { design in
      design.costs.filter { $0.minutes == nil }.compactMap { cost in
        cost.sources.first.map { ("\(design.id): \(cost.kind.words(language))", $0) }
      }
    }
    let shown = (values.prefix(2) + costs.prefix(2)).map { label, place in
      DocumentCommand(label: label, command: "pdca audit why \(place)")
    }
    return DocumentSection(
      title: say("Where the figures come from", "数値の出典"),
      blocks: shown.isEmpty
        ? []
        : [
          .paragraph(
            say(
              "Who said so, when and why. --json names every event that a figure rests on.",
              "誰が・いつ・何を根拠に記録したかを確認できます。--json には、各数値のもとになったイベントをすべて記載しています。")),
          .commands(shown),
        ])
  }
}

extension [ReturnGap] {
  /// The first of each kind, and how many of it there are.
  fileprivate var firstOfEachKind: [(ReturnGap, Int)] {
    var places: [String: Int] = [:]
    return reduce(into: [(ReturnGap, Int)]()) { found, gap in
      if let place = places[gap.kind] {
        found[place].1 += 1
      } else {
        places[gap.kind] = found.count
        found.append((gap, 1))
      }
    }
  }
}

extension ReturnGap {
  /// What is missing, and the command that says it.
  package func words(_ language: Language) -> (String, String) {
    func say(_ en: String, _ ja: String) -> String { language.choose(en, ja) }
    let amount = say("<amount>", "<金額>")
    switch self {
    case .sessionLength(let session):
      return (
        say("How long \(session) took isn't known", "\(session) の時間が不明です"),
        "pdca value hours \(session) <3h>"
      )
    case .wage(let layer):
      return (
        say(
          "What an hour of the \(layer.words.en) layer costs isn't known",
          "\(layer.words.ja)の1時間あたりの人件費が不明です"),
        "pdca value wage \(layer.rawValue) \(amount) --basis \"…\""
      )
    case .layer(let account):
      return (
        say("The layer of \(account) isn't known", "\(account) の階層が不明です"), "pdca member list --all"
      )
    case .value(let kpi):
      return (
        say(
          "\(kpi) moved, and what a unit is worth isn't known", "\(kpi) は変化しましたが、1単位の金額が不明です"),
        "pdca value set \(kpi) \(amount) --basis \"…\""
      )
    case .earlierValue(let kpi, let periods):
      return (
        say(
          "\(periods) periods of \(kpi) lie before its first value and count nothing",
          "\(kpi) の\(periods)期間は金額の適用開始前のため、計上していません"), "pdca value list"
      )
    case .noCost(let design):
      return (
        say("No cost of \(design) is known", "\(design) の費用が記録されていません"),
        "pdca design cost \(design) \(say("<what>", "<内容>")) \(amount)"
      )
    case .otherCurrency(let currency, let place):
      return (
        say("A cost in \(currency) is in no sum", "\(currency) の費用は合計に含めていません"),
        "pdca audit why \(place)"
      )
    case .evaluation(let design, let level):
      return (
        say("No evaluation of \(design) at level \(level)", "\(design) のレベル\(level)の評価がありません"),
        "pdca design evaluate \(design) \(say("<session>", "<回>")) --level \(level) --score "
          + say("<percent>", "<%>")
      )
    case .early(let design, let held, let from):
      return (
        say(
          "What \(design) of \(DateText.day(held, language)) brought: charts can tell of a lasting change "
            + "from about \(DateText.day(from, language)) on",
          "\(design)（\(DateText.day(held, language))実施）の効果: 続く変化を管理図で判断できるのは"
            + "\(DateText.day(from, language))頃からです"), "pdca roi \(design)"
      )
    case .area(let kpi):
      return (
        say("\(kpi) belongs to no value area", "\(kpi) の価値領域が未設定です"),
        "pdca value area \(kpi) \"\(say("<area>", "<領域>"))\""
      )
    }
  }
}

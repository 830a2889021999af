import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Statistics
import Wording

extension PageReader {
  /// Observations that a KPI's page lists; as many as `pdca kpi show` does.
  private static let observations = 12

  func kpi(_ reference: KPIReference) throws -> PageContent {
    let kpi = try office.definedKPI(reference)
    let story = try office.story(of: reference, last: Self.observations)
    return PageContent(
      "\(kpi.name) (\(reference))", command: "pdca kpi show \(reference)\(asOfOption)",
      json: { story.json },
      body: {
        KPIPage(
          story: story, chart: try office.chart(of: reference),
          cycles: try office.cycles(CycleFilter(kpi: reference)), look: look
        ).body
      })
  }
}

/// A KPI: how it stands, its chart, what waits for a note.
private struct KPIPage {
  let story: KPIStory
  let chart: KPIChart
  let cycles: [CycleRow]
  let look: Look

  private var kpi: KPIRow { chart.kpi }
  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  var body: HTML {
    standing + figure + entry + facts + signals + marks + hypotheses + aimed + values + further
  }

  private var standing: HTML {
    let standing = KPIStanding(chart)
    return """
      <p class="lead">\(Sign(standing.variation, look.language).html) \
      <span class="value">\(standing.value(look.language) ?? "–")</span> \
      \(standing.sentence(look.language)) \
      <small>\(standing.assurance.words(look.language))</small></p>
      """
  }

  private var figure: HTML {
    chart.observations.isEmpty
      ? .paragraph(say("No observations yet.", "実績値はまだありません。"))
      : .section("chart", say("Chart", "管理図"), ChartFigure(chart, look).html)
  }

  private var entry: HTML {
    guard !look.isPast, kpi.retiredAt == nil else { return .none }
    return .section(
      "entry", say("Record an observation", "実績値を記録"), Forms(look).observation(of: kpi))
  }

  private var facts: HTML {
    let terms = [kpi.cadence.words, kpi.direction.words, kpi.kind.words, kpi.measure.words]
      .map { $0(look.language) }.joined(separator: say(", ", "、"))
    let numbers = NumberText(of: kpi, look.language)
    return .facts([
      (say("Department", "部門"), look.link(kpi.department)),
      (say("Unit", "単位"), .text("\(kpi.unit)")),
      (say("Kind", "種類"), .text("\(terms)")),
      (
        say("Target", "目標値"),
        kpi.target.map { target in
          "\(numbers.measured(target))\(kpi.targetBy.map { " (\(look.day($0)))" as HTML })"
        }
      ),
      (say("Retired", "廃止"), .text(kpi.retiredReason)),
      (say("Defined", "定義"), look.made(kpi.definedAt, by: kpi.definedBy)),
    ])
  }

  /// Each with the command that takes note of it.
  private var signals: HTML {
    let words = SignalWords(story.data.picture(in: look.language))
    let items = story.data.openCauses.map { cause -> HTML in
      let signal = story.data.reference(cause)
      let note = say("\"<note>\"", "\"<見解>\"")
      return """
        \(words.sentence(cause)) \
        <code>pdca kpi acknowledge \(kpi.reference) \(signal.rule) \("\(signal.period)") \(note)</code>
        """
    }
    return .section("signals", say("Signals that wait for a note", "未確認のシグナル"), .list(items))
  }

  private var marks: HTML {
    .section(
      "marks", say("Marks on the chart", "管理図への注記"),
      .list(
        story.data.marks.map { mark in
          let kind =
            switch mark.kind {
            case .exclusion: say("excluded", "除外")
            case .rebase: say("rebased", "基準改定")
            case .baseline: say("baseline", "基準期間")
            }
          return "\(look.day(mark.first)) \(kind): \(mark.reason)"
        }))
  }

  private var hypotheses: HTML {
    .section(
      "hypotheses", say("Hypotheses for a cause", "原因仮説"),
      .list(
        story.hypotheses.map { row in
          let state =
            row.accepted.map { $0 ? say("accepted", "採択") : say("rejected", "棄却") }
            ?? say("not tested", "未検証")
          let machine = row.byMachine ? say(", by a machine", "、機械による提案") : ""
          return "\(row.hypothesis) <small>(\(state)\(machine))</small>"
        }))
  }

  private var aimed: HTML {
    let title = say("Cycles aimed at it", "この指標を動かすミニPDCA")
    let rows = cycles.reversed().prefix(20).map { cycle -> [HTML] in
      [
        look.link(cycle.id), "\(cycle.title)", "\(cycle.status.words(look.language))",
        "\(cycle.verdict.map { $0.words(look.language) } ?? "–")",
      ]
    }
    let columns = ["ID", say("Title", "題名"), say("State", "状態"), say("Verdict", "判定")]
    return .section("cycles", title, .table(title, columns, rows))
  }

  private var values: HTML {
    let title = say("Latest observations", "最近の実績値")
    let cadence = Statistics.Cadence(kpi.cadence)
    let rows = story.shown.reversed().map { row -> [HTML] in
      [
        "\(DateText.period(row.period, cadence, look.language))",
        "\(row.observation.text(of: kpi, look.language))", "\(row.correctionReason ?? "")",
      ]
    }
    let columns = [say("Period", "期間"), say("Value", "実績値"), say("Corrected", "訂正")]
    return .section("values", title, .table(title, columns, numeric: [1], rows))
  }

  private var further: HTML {
    let id = "\(kpi.reference)"
    return .section(
      "further", say("Further", "関連"),
      .list([
        look.link(.replay(id), say("Event by event", "記録を一件ずつたどる")),
        .command(say("What may be the cause:", "原因の候補:"), "pdca kpi causes \(id)"),
      ]))
  }
}

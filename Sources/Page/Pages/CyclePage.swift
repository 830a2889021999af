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
  /// Actions that a cycle's page shows; as many as `pdca cycle show` does.
  private static let actions = 20

  func cycle(_ id: ItemID) throws -> PageContent {
    let story = try office.story(of: id, actions: Self.actions)
    let cycle = story.detail.cycle
    return PageContent(
      "\(id) \(cycle.title)", command: "pdca cycle show \(id)\(asOfOption)",
      json: { story.json },
      body: {
        let chart = try cycle.kpi.map { try office.chart(of: $0) }
        return CyclePage(story: story, chart: chart, look: look).body
      })
  }
}

/// A cycle's story: what was predicted, what was done, what came of it.
private struct CyclePage {
  let story: CycleStory
  let chart: KPIChart?
  let look: Look

  private var cycle: CycleRow { story.detail.cycle }
  private var numbers: NumberText { NumberText(of: story.kpi, look.language) }
  private var say: (String, String) -> String { { look.language.choose($0, $1) } }

  var body: HTML {
    steps + facts + result + figure + entry + amendments + obstacles + practices + lessons + actions
      + further
  }

  /// Where it stands, as a way from plan to act.
  private var steps: HTML {
    let all: [(String, Bool)] = [
      (say("Plan", "計画"), cycle.plannedAt != nil), (say("Do", "実施"), cycle.actions > 0),
      (say("Check", "評価"), cycle.checkedAt != nil), (say("Act", "改善"), cycle.choice != nil),
    ]
    let items = all.map { name, isDone -> HTML in
      isDone
        ? "<li class=\"done\">\(name) <span>✓</span></li>"
        : "<li>\(name) <span>–</span></li>"
    }
    return """
      <ol class="steps" aria-label="\(say("How far it has come", "進み具合"))">\(items)</ol>
      """
  }

  private var facts: HTML {
    let kpi = cycle.kpi.map { "\(look.link($0)) \(story.kpi?.name ?? "")" as HTML }
    let first = cycle.originalDue == cycle.due ? nil : cycle.originalDue.map { look.day($0) }
    let texts: [(String, HTML?)] = [
      (say("State", "状態"), .text(cycle.status.words(look.language))),
      (say("Problem", "困りごと"), .text(cycle.problem)),
      (say("Change", "打ち手"), .text(cycle.change)), ("KPI", kpi),
    ]
    let others: [(String, HTML?)] = [
      (say("Due", "期限"), cycle.due.map { look.day($0) }), (say("First due", "当初の期限"), first),
      (say("Owner", "担当者"), .text(cycle.owner.map { look.names($0) })),
      (say("Cancelled", "取りやめ"), .text(cycle.cancelledReason)),
      (say("Goes on in", "続き"), look.links(cycle.next)),
      (say("Department", "部門"), look.link(cycle.id.department)),
      (say("Opened", "開始"), look.made(cycle.openedAt, by: cycle.openedBy)),
    ]
    return .facts(texts + others)
  }

  /// The prediction against the result.
  private var result: HTML {
    guard let predicted = cycle.predicted else { return .none }
    let was = cycle.originalPrediction.flatMap { $0 == predicted ? nil : numbers.recorded($0) }
    let known = cycle.baseline.map(numbers.computed) ?? say("no observation", "実績値なし")
    let actual = cycle.actual.map(numbers.computed)
    let row: [HTML] = [
      "\(known)",
      "\(numbers.recorded(predicted))\(was.map { " <small>(\(say("first", "当初")) \($0))</small>" as HTML })",
      "\(actual ?? "–")", verdict,
    ]
    return .section(
      "result", say("Prediction and result", "予測と結果"),
      HTML.table(
        say("Prediction and result", "予測と結果"),
        [say("Before", "現状"), say("Predicted", "予測"), say("Actual", "実績"), say("Verdict", "判定")],
        numeric: [1, 2], [row]) + checkNotes)
  }

  private var verdict: HTML {
    guard let verdict = cycle.verdict else { return "–" }
    let sign = ["met": "✓", "partly": "≈", "missed": "✗"][verdict.rawValue] ?? "–"
    return "<strong>\(sign) \(verdict.words(look.language))</strong>"
  }

  private var checkNotes: HTML {
    let reading = story.check.reading?.words(numbers)?(look.language)
    let revision = story.check.revision.map { $0.words(numbers)(look.language) }
    let files = story.check.files.map { "\($0.name) SHA-256 \($0.sha256)" as HTML }
    let window = cycle.windowFirst.flatMap { first in
      cycle.windowLast.map { "\(look.day(first)) – \(look.day($0))" as HTML }
    }
    let notes: [(String, HTML?)] = [
      (say("Window", "測定期間"), window), (say("Chart", "グラフ"), .text(reading)),
      (say("Not measured", "測定なし"), .text(cycle.notMeasuredReason)),
      (say("Reason", "理由"), .text(cycle.overrideReason)),
      (say("Evidence", "根拠"), .text(cycle.evidence)), (say("Note", "メモ"), .text(cycle.checkNote)),
      (say("Files", "ファイル"), files.isEmpty ? nil : .list(files)),
      (say("Changed since", "評価後の変更"), .text(revision)), (say("Decision", "判断"), decision),
    ]
    return .facts(notes)
  }

  private var decision: HTML? {
    guard let choice = cycle.choice else { return nil }
    let who = cycle.actedAt.flatMap { at in cycle.actedBy.map { look.made(at, by: $0) } }
    return "<strong>\(choice.made(look.language))</strong>: \(cycle.why ?? "") \(who)"
  }

  private var figure: HTML {
    guard let chart else { return .none }
    return .section("chart", say("Chart", "管理図"), ChartFigure(chart, look).html)
  }

  private var entry: HTML {
    guard !look.isPast, cycle.status.isOpen else { return .none }
    return .section("entry", say("Log an action", "実施内容を記録"), Forms(look).action(on: cycle.id))
  }

  private var amendments: HTML {
    .section(
      "amendments", say("Amendments", "計画の変更"),
      .list(
        story.detail.amendments.map {
          "\(look.moment($0.amendedAt)) \($0.amendedBy): \($0.reason)" as HTML
        }))
  }

  private var obstacles: HTML {
    .section(
      "obstacles", say("Obstacles", "障害"),
      .list(
        story.detail.obstacles.map {
          "\(look.moment($0.reportedAt)) \(look.names($0.reportedBy)): \($0.obstacle)" as HTML
        }))
  }

  private var practices: HTML {
    .section(
      "practices", say("Standard", "標準"), .list(story.detail.practices.map { "\($0.practice)" }))
  }

  private var lessons: HTML {
    .section("consulted", say("Lessons consulted", "参照した教訓"), list(story.detail.lessonsConsulted))
      + .section("learned", say("Lessons learned", "得られた教訓"), list(story.detail.lessons))
  }

  private func list(_ ids: [ItemID]) -> HTML {
    .list(
      ids.map { id in
        "\(look.link(id)) \(story.lessons.first { $0.id == id }?.title ?? "")" as HTML
      })
  }

  private var actions: HTML {
    let rows = story.detail.actions.map { row -> [HTML] in
      let gone = row.withdrawnReason.map {
        "<em>\(say("withdrawn", "取り消し")): \($0)</em>" as HTML
      }
      return [
        look.moment(row.occurredAt), "\(row.actedBy)",
        row.minutes.map { "\(say("\($0) min", "\($0)分"))" } ?? "",
        "\(row.text)\(row.link.map { " (\($0))" as HTML }) \(gone)",
      ]
    }
    let table = HTML.table(
      say("Actions", "実施内容"),
      [say("When", "日時"), say("By", "実施者"), say("Time", "所要"), say("Action", "実施内容")],
      numeric: [2], rows)
    let more: HTML =
      cycle.actions > rows.count
      ? "<p>\(say("The latest \(rows.count) of \(cycle.actions).", "全\(cycle.actions)件のうち最新\(rows.count)件です。")) <code>pdca log \(cycle.id)</code></p>"
      : .none
    return .section("actions", say("Actions", "実施内容"), table + more)
  }

  /// Other looks at it, and the commands that go on with it.
  private var further: HTML {
    let id = "\(cycle.id)"
    return .section(
      "further", say("Further", "関連"),
      .list(
        [
          look.link(.why(id), say("What was known when it was decided", "決定の経緯")),
          look.link(.replay(id), say("Event by event", "記録を一件ずつたどる")), next,
        ].compactMap(\.self)))
  }

  /// The command that goes on with it; nil where there is none.
  private var next: HTML? {
    guard !look.isPast else { return nil }
    let id = "\(cycle.id)"
    switch cycle.status {
    case .planned, .doing, .journal:
      return .command(say("Check it:", "評価する:"), "pdca check \(id)")
    case .checked:
      return .command(
        say("Decide:", "判断する:"),
        say(
          "pdca act \(id) adopt|adapt|abandon \"<why>\"",
          "pdca act \(id) adopt|adapt|abandon \"<理由>\""))
    case .acted, .cancelled, .unplanned: return nil
    }
  }
}

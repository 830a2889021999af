import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Wording

extension PageReader {
  /// What was known when something was decided.
  func why(_ name: String) throws -> PageContent {
    guard let subject = try office.subject(named: name) else {
      throw OfficeError.unknown(.event, text: name, candidates: [])
    }
    let why = try office.why(subject, upTo: seen)
    return PageContent(
      say("Why: \(why.decided.id)", "決定の経緯: \(why.decided.id)"),
      command: "pdca audit why \(subject.id)\(asOfOption)", json: { why.json(look.language) },
      body: { WhyPage(why: why, look: look).body })
  }

  /// A thing's history, event by event.
  func replay(_ name: String) throws -> PageContent {
    let subject = try office.replayed(name)
    let steps = try office.replay(subject)
    let look = look
    let moment = { (instant: Instant) in look.zone.localDateTime(at: instant).words }
    return PageContent(
      say("History of \(subject)", "\(subject) の履歴"),
      command: "pdca replay \(subject)\(asOfOption)",
      json: {
        [
          "of": .string("\(subject)"),
          "steps": .array(steps.map { $0.json(look.language, moment) }),
        ]
      },
      body: { ReplayPage(steps: steps, look: look, moment: moment, query: query, name: name).body })
  }
}

private struct WhyPage {
  let why: Why
  let look: Look

  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  var body: HTML {
    let event = why.decided.event
    let facts = HTML.facts([
      (say("By", "決定者"), .text(look.names(event.actor))),
      (say("On", "決定日時"), look.moment(event.occurredAt)),
      (say("Recorded", "記録日時"), look.moment(event.recordedAt)),
      (say("Event", "イベント"), .text("\(event.reference) \(event.type)")),
    ])
    return "<p class=\"lead\">\(LogEntry(event).text(look.language))</p>\n" + facts + known
      + .section("led", say("What led to it", "決定に至る経緯"), list(why.links.led))
      + .section("followed", say("What followed", "その後"), list(why.links.followed))
  }

  private var known: HTML {
    let charts = (why.known?.charts ?? []).map { chart -> HTML in
      "\(look.link(chart.kpi.reference, chart.kpi.name)) \(chart.figures(look.language))"
    }
    let lessons = (why.known?.lessons ?? []).map { lesson -> HTML in
      "\(look.link(lesson.id)) \(lesson.title) (\(lesson.status.words(look.language)))"
    }
    let before = "\(why.decided.event.department)@\(why.decided.before)"
    return .section(
      "known", say("Known before it (up to \(before))", "決定前に分かっていたこと（\(before) まで）"),
      why.known == nil ? "<p>\(Why.knownElsewhere(look.language))</p>" : .list(charts + lessons))
  }

  private func list(_ related: [RelatedEvent]) -> HTML {
    .list(
      related.map { related in
        let event = related.event
        return """
          \(look.moment(event.recordedAt)) \(look.names(event.actor)) \
          <small>\(event.reference), \(related.relation.words(look.language))</small> \
          \(LogEntry(event).text(look.language))
          """
      })
  }
}

private struct ReplayPage {
  /// Steps on one page.
  private static let most = 100
  let steps: [ReplayStep]
  let look: Look
  let moment: (Instant) -> String
  let query: PageQuery
  let name: String

  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  private var first: Int {
    let wanted = query["from"].flatMap { Int($0) } ?? 1
    return min(max(0, wanted - 1), max(0, steps.count - 1))
  }

  var body: HTML {
    guard !steps.isEmpty else {
      return .paragraph(say("Nothing is recorded there.", "該当する記録はありません。"))
    }
    let end = min(first + Self.most, steps.count)
    let items = steps[first..<end].map { step -> HTML in "<li>\(item(step))</li>\n" }
    return "<ol class=\"history\" start=\"\(first + 1)\">\(items)</ol>\n" + turns(end)
  }

  private func turns(_ end: Int) -> HTML {
    var turns: [HTML] = []
    if first > 0 {
      turns.append(turn(max(1, first + 1 - Self.most), say("Earlier", "前へ")))
    }
    if end < steps.count { turns.append(turn(end + 1, say("Later", "次へ"))) }
    return turns.isEmpty ? .none : "<p>\(turns.joined(" · "))</p>"
  }

  private func turn(_ from: Int, _ words: String) -> HTML {
    "<a href=\"\(look.href(.replay(name), [("from", "\(from)")]))\">\(words)</a>"
  }

  private func item(_ step: ReplayStep) -> HTML {
    let event = step.event
    let changes = step.changes.map { change -> HTML in
      let difference = RowDifference(change, look.language, moment)
      let fields = difference.told(look.language).map { ($0.label, "\($0.text)" as HTML?) }
      guard let title = difference.title(look.language), !fields.isEmpty || difference.isGone else {
        return .none
      }
      return .details(title, .facts(fields))
    }
    return """
      <p>\(look.moment(event.recordedAt)) \(look.names(event.actor)) <small>\(event.reference) \(event.type)</small><br>\
      \(LogEntry(event).text(look.language))</p>\(changes)
      """
  }
}

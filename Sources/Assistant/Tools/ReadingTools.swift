import Bilingual
import CivilTime
import Domain
import EventLog
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Statistics
import Terminal
import Wording

/// What is the person's today.
enum MyDayTool: ReadingTool {
  static let name = "my_day"
  static let title = "My day"
  static let says =
    "What waits for a person today, across departments: cycles due, decisions, observations, "
    + "reviews, each with the pdca command that settles it. Begin here."
  static let own: [Parameter] = [.optional("account", "Another member instead of the person.")]

  static func read(_ arguments: Arguments, in room: Room) throws -> Reply {
    let account = try arguments["account"].map { text in
      guard let account = Account(text) else {
        throw ArgumentFault(text: "\(text) is no account.")
      }
      return account
    }
    let day = try room.office.myDay(of: account)
    return Reply(
      [room.say("What is theirs on \(day.today).", "\(day.today) の予定。")],
      records: day.lines(room.language, Layout(width: 120)))
  }
}

/// A review as it is written.
enum ReviewTool: ReadingTool {
  static let name = "review"
  static let title = "Review"
  static let says =
    "The weekly or monthly review of a department or the whole organization: what is getting worse "
    + "or better by the control charts, what was promised, lessons, decisions, next steps. "
    + "Reading it closes nothing."
  static let own: [Parameter] = [
    .optional("department", "Its code; the head department's review is that of all."),
    .optional("period", "2026-W47 or 2026-11; the current week without it."),
    .optional(
      "audience", "Cut for one audience.", .choice(Audience.allCases.map(\.rawValue))),
  ]

  static func read(_ arguments: Arguments, in room: Room) throws -> Reply {
    let id = try review(arguments, in: room)
    let answer = try room.office.report(
      ReportRequest(id, for: arguments["audience"].flatMap(Audience.init(rawValue:))))
    let rest = arguments["detail"] == "full" ? nil : "detail: full"
    let document = ReviewWords(answer.report, room.language, rest: rest).document
    return Reply(
      [
        room.say(
          "The review \(id). \(standing(answer.review, id).en)",
          "レビュー \(id)。\(standing(answer.review, id).ja)")
      ],
      records: document.markdown.split(separator: "\n", omittingEmptySubsequences: true).map(
        String.init))
  }

  static func review(_ arguments: Arguments, in room: Room) throws -> ReviewID {
    guard let text = arguments["period"]?.halfWidth else {
      return ReviewID(
        try room.department(arguments["department"]),
        ReviewKind.weekly.period(of: room.office.today))
    }
    if let period = ReviewPeriod(text) {
      return ReviewID(try room.department(arguments["department"]), period)
    }
    guard let id = ReviewID(text) else {
      throw ArgumentFault(text: "\(text) is no period, such as 2026-W47 or 2026-11.")
    }
    return ReviewID(try room.office.department(named: id.department.rawValue), id.period)
  }

  private static func standing(_ review: ReviewRow?, _ id: ReviewID) -> Phrase {
    guard let review else {
      return Phrase(
        en: "Nobody has opened it: a person does, with  pdca review open \(id).",
        ja: "まだ開始されていません。開始は人が行います:  pdca review open \(id)")
    }
    return review.closedAt == nil
      ? Phrase(
        en: "It is open; a person closes it, with  pdca review close \(id).",
        ja: "開催中です。終了は人が行います:  pdca review close \(id)")
      : Phrase(en: "It is closed.", ja: "終了しています。")
  }
}

/// What went before the signals of a KPI.
enum ExplainChangeTool: ReadingTool {
  static let name = "explain_change"
  static let title = "Explain a change"
  static let says =
    "Whether a KPI changed beyond its usual variation, and what was recorded before each signal, "
    + "ranked. What went before is not what caused it: a person tests it."
  static let own: [Parameter] = [
    .needed("kpi", "SALES/close-rate, or its code in the department."),
    .optional("department", "Its code."),
  ]

  static func read(_ arguments: Arguments, in room: Room) throws -> Reply {
    let row = try room.kpi(arguments.needed("kpi"), in: arguments["department"])
    let causes = try room.office.causes(of: row.reference, under: .nhsMDC, nil)
    let head = room.say(
      "What the control chart of \(row.reference) says, the latest signal first. What went before "
        + "is not what caused it: test it before you accept it.",
      "\(row.reference) の管理図のシグナル（新しい順）。前後関係は原因を意味しません。支持する前に検証してください。")
    guard !causes.signals.isEmpty else {
      return Reply(
        [
          room.say(
            "\(row.reference) has no signal: what moved is the usual variation.",
            "\(row.reference) にシグナルはありません。動きは通常のばらつきの範囲です。")
        ], records: [causes.chart.figures(room.language)])
    }
    return Reply(
      [head],
      records: [causes.chart.figures(room.language)]
        + causes.signals.flatMap { lines($0, causes, room) })
  }

  private static func lines(_ signal: SpecialCause, _ causes: KPICauses, _ room: Room) -> [String] {
    let picture = causes.chart.picture(in: room.language)
    let reference = causes.chart.reference(signal)
    let found = causes.ranking.causes(of: SignalOnset(signal, on: causes.chart))
    let told = found.prefix(4).enumerated().flatMap { place, cause in
      [
        "\(place + 1). \(cause.sentence(room.language))",
        "   \(cause.explanation(room.language)) [\(cause.evidence.prefix(6).joined(separator: ", "))]",
      ]
    }
    return ["## \(reference.rule) \(reference.period)", SignalWords(picture).sentence(signal)]
      + (told.isEmpty
        ? [room.say("Nothing is recorded before it.", "直前の記録はありません。")] : told)
  }
}

/// Why something was decided.
enum WhyDecidedTool: ReadingTool {
  static let name = "why_decided"
  static let title = "Why was this decided"
  static let looksBack = true
  static let says =
    "By whom something was decided, what was known then, what led to it and what followed, each "
    + "with its position in the log."
  static let own: [Parameter] = [
    .needed("id", "SALES-12, SALES-L3, SALES-2026-W47.1, SALES/close-rate or SALES@120.")
  ]

  static func read(_ arguments: Arguments, in room: Room) throws -> Reply {
    let seen = try arguments["as_of"].map { try room.office.recorded($0) }
    let why = try room.office.why(try room.subject(arguments.needed("id")), upTo: seen)
    let event = why.decided.event
    let zone = room.office.setting.zone
    func line(_ related: RelatedEvent) -> String {
      let event = related.event
      return "\(event.reference) \(zone.date(at: event.occurredAt)) \(event.actor) "
        + "[\(related.relation.words(room.language))]: \(LogEntry(event).text(room.language))"
    }
    let known =
      why.known.map {
        $0.charts.map { "\($0.kpi.reference) \($0.kpi.name): \($0.figures(room.language))" }
          + $0.lessons.map { "\($0.id) \($0.title)" }
      } ?? [Why.knownElsewhere(room.language)]
    return Reply(
      [
        room.say(
          "\(why.decided.id): decided by \(event.actor) on \(zone.date(at: event.occurredAt)) at "
            + "\(event.reference), knowing the log up to \(event.department)@\(why.decided.before).",
          "\(why.decided.id): 決定者 \(event.actor)、\(zone.date(at: event.occurredAt))、"
            + "\(event.reference)。当時の記録は \(event.department)@\(why.decided.before) まで。")
      ],
      records: [LogEntry(event).text(room.language)]
        + section(room.say("Known before it", "決定前に分かっていたこと"), known)
        + section(room.say("What led to it", "決定に至る経緯"), why.links.led.map(line))
        + section(room.say("What followed", "その後"), why.links.followed.map(line)))
  }

  private static func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["## \(title)"] + lines
  }
}

/// Lessons like a problem, and cycles on it.
enum FindLessonsTool: ReadingTool {
  static let name = "find_lessons"
  static let title = "Find lessons and like cycles"
  static let says =
    "What was learned and tried before about a problem, in any department: lessons and cycles like "
    + "the text, the most alike first. Take it before anything is planned."
  static let own: [Parameter] = [
    .needed("problem", "The problem or the change, in the person's words, English or Japanese.")
  ]

  static func read(_ arguments: Arguments, in room: Room) throws -> Reply {
    let text = arguments.needed("problem")
    let lessons = try room.office.lessons(matching: text, limit: 8)
    let cycles = try room.office.cycles(like: text, limit: 8)
    let none = room.say("Nothing like it is recorded.", "似た記録はありません。")
    return Reply(
      [
        room.say(
          "\(lessons.count) lessons and \(cycles.count) cycles are like it.",
          "似た教訓 \(lessons.count)件、ミニPDCA \(cycles.count)件。")
      ],
      records: lessons.map { line($0, room) } + cycles.map { line($0.cycle, room) }
        + (lessons.isEmpty && cycles.isEmpty ? [none] : []))
  }

  private static func line(_ match: LessonMatch, _ room: Room) -> String {
    let lesson = match.lesson
    return "\(lesson.id) (\(lesson.kind.words(room.language)), "
      + "\(lesson.status.words(room.language))) \(lesson.title): \(lesson.suggestion) "
      + "[\(room.say("when", "条件")): \(lesson.conditions)] (\(lesson.department)@\(lesson.position))"
  }

  private static func line(_ cycle: CycleRow, _ room: Room) -> String {
    let verdict = cycle.verdict.map { ", " + $0.words(room.language) } ?? ""
    let choice = cycle.choice.map { ", " + $0.words(room.language) } ?? ""
    return "\(cycle.id) (\(cycle.status.words(room.language))\(verdict)\(choice)) \(cycle.title): "
      + "\(cycle.problem ?? "") → \(cycle.change ?? "") (\(cycle.department)@\(cycle.position))"
  }
}

/// A chart as figures and a sentence.
enum ChartTool: ReadingTool {
  static let name = "chart"
  static let title = "Chart"
  static let says =
    "A KPI's control chart as figures: latest value, centre line, limits, signals, and the latest "
    + "periods. Says signal from noise; don't judge single points yourself."
  static let own: [Parameter] = [
    .needed("kpi", "SALES/close-rate, or its code in the department."),
    .optional("department", "Its code."),
  ]

  static func read(_ arguments: Arguments, in room: Room) throws -> Reply {
    let row = try room.kpi(arguments.needed("kpi"), in: arguments["department"])
    let chart = try room.office.chart(
      of: row.reference, under: .nhsMDC, options: ChartVariant(), annotated: false)
    let numbers = NumberText(
      unit: row.unit, language: room.language, isProportion: row.measure == .proportion)
    let count = arguments["detail"] == "full" ? 400 : 24
    let points = chart.observations.suffix(count).map {
      "\($0.period): \(numbers.computed($0.level)) (\(row.department)@\($0.position))"
    }
    return Reply(
      [room.say("The chart of \(row.reference).", "\(row.reference) の管理図。")],
      records: ["\(row.reference) \(row.name): \(chart.figures(room.language))"] + points)
  }
}

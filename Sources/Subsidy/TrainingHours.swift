package import CivilTime
package import Domain

/// Minutes of one day of a training, taken apart.
package struct DayHours: Sendable, Equatable {
  package var session: Int
  package var date: LocalDate
  /// From the first part's beginning to the last one's end.
  package var whole = 0
  /// Training that counts: the actual training hours (実訓練時間).
  package var counted = 0
  /// Taught, but no training by the rules; ordinary work among it.
  package var ineligible = 0
  package var meals = 0
  package var pauses = 0
  package var ceremonies = 0
  package var moves = 0
  /// What counts, in order.
  package var spans: [ClockSpan] = []

  /// All that was left out.
  package var excluded: Int { whole - counted }
}

/// The hours of a whole training by one year's rules.
package struct TrainingHours: Sendable, Equatable {
  package var days: [DayHours]
  /// Of the curriculum, where no times are known.
  package var curriculumMinutes: Int

  /// - Parameter parts: what of a session is looked at; nil leaves it out.
  package init(
    _ record: TrainingRecord, _ rules: HourRules,
    of parts: (RecordedSession) -> [DayPart]? = \.parts
  ) {
    let left = Set(
      record.curriculum.indices.filter {
        rules.ineligibleNatures.contains(record.curriculum[$0].nature)
      }.map { $0 + 1 })
    var ceremonyLeft = rules.ceremonyMinutesPerCourse ?? 0
    days = record.days.compactMap { session in
      parts(session).map {
        DayHours(session, $0, rules, ineligible: left, ceremonyLeft: &ceremonyLeft)
      }
    }
    curriculumMinutes = record.curriculum.filter {
      !rules.ineligibleNatures.contains($0.nature)
    }.reduce(0) { $0 + $1.minutes }
  }

  /// Actual training minutes.
  package var counted: Int { days.reduce(0) { $0 + $1.counted } }
  package var whole: Int { days.reduce(0) { $0 + $1.whole } }
  package var ineligible: Int { days.reduce(0) { $0 + $1.ineligible } }
  package var meals: Int { days.reduce(0) { $0 + $1.meals } }
  package var pauses: Int { days.reduce(0) { $0 + $1.pauses } }
  package var ceremonies: Int { days.reduce(0) { $0 + $1.ceremonies } }
  package var moves: Int { days.reduce(0) { $0 + $1.moves } }

  /// Whether more than the share of what is taught is no training. Exactly the share passes.
  package func isMostlyIneligible(_ rules: HourRules) -> Bool {
    let taught = counted + ineligible
    return ineligible * rules.ineligibleShare[1] > taught * rules.ineligibleShare[0]
  }
}

extension DayHours {
  fileprivate init(
    _ session: RecordedSession, _ parts: [DayPart], _ rules: HourRules,
    ineligible left: Set<Int>, ceremonyLeft: inout Int
  ) {
    self.session = session.number
    date = session.date
    let parts = parts.sorted { $0.span.from < $1.span.from }
    if let first = parts.first?.span.from, let last = parts.map(\.span.to).max() {
      whole = last.minutes - first.minutes
    }
    var pauseLeft = rules.pauseMinutesPerDay ?? 0
    for part in parts {
      switch part.kind {
      case .lesson where part.subject.map(left.contains) ?? false: ineligible += part.span.minutes
      case .lesson: count(part.span, upTo: part.span.minutes)
      case .work: ineligible += part.span.minutes
      case .meal: meals += part.span.minutes
      case .move: moves += part.span.minutes
      case .pause:
        pauses += part.span.minutes
        pauseLeft -= count(part.span, upTo: pauseLeft)
      case .ceremony:
        ceremonies += part.span.minutes
        ceremonyLeft -= count(part.span, upTo: ceremonyLeft)
      }
    }
  }

  /// - Returns: the minutes that were counted.
  @discardableResult
  private mutating func count(_ span: ClockSpan, upTo most: Int) -> Int {
    let minutes = min(span.minutes, max(0, most))
    guard minutes > 0, let end = ClockTime(minutes: span.from.minutes + minutes) else { return 0 }
    counted += minutes
    spans.append(ClockSpan(from: span.from, to: end))
    return minutes
  }
}

/// Arithmetic of times of one day.
package enum Spans {
  /// Minutes that both cover; spans of one list may overlap each other and count once.
  package static func minutes(_ first: [ClockSpan], within second: [ClockSpan]) -> Int {
    common(merged(first), merged(second)).reduce(0) { $0 + $1.minutes }
  }

  static func common(_ first: [ClockSpan], _ second: [ClockSpan]) -> [ClockSpan] {
    first.flatMap { one in
      second.compactMap { other in
        let (from, to) = (max(one.from, other.from), min(one.to, other.to))
        return from < to ? ClockSpan(from: from, to: to) : nil
      }
    }
  }

  static func merged(_ spans: [ClockSpan]) -> [ClockSpan] {
    var merged: [ClockSpan] = []
    for span in spans.sorted(by: { $0.from < $1.from }) where span.from < span.to {
      if let last = merged.last, span.from <= last.to {
        merged[merged.count - 1].to = max(last.to, span.to)
      } else {
        merged.append(span)
      }
    }
    return merged
  }

  /// What of the hours is left without the breaks.
  static func without(_ breaks: [ClockSpan], in hours: ClockSpan) -> [ClockSpan] {
    var rest: [ClockSpan] = []
    var from = hours.from
    for pause in merged(breaks) {
      if from < pause.from { rest.append(ClockSpan(from: from, to: min(pause.from, hours.to))) }
      from = max(from, pause.to)
    }
    if from < hours.to { rest.append(ClockSpan(from: from, to: hours.to)) }
    return rest
  }
}

extension WorkingHours {
  /// Scheduled working time of the day; empty on a day off.
  package func spans(on day: LocalDate) -> [ClockSpan] {
    if daysOff.contains(day.weekday) || holidays.contains(day) { return [] }
    return Spans.without(breaks, in: span)
  }
}

/// What one person attended, and what of it wages are paid for.
package struct TraineeHours: Sendable, Equatable {
  package var account: Account
  /// Minutes of the actual training hours.
  package var attended: Int
  /// Of these, within scheduled working hours; nil where no hours are stated.
  package var withinHours: Int?
  /// Minutes by session.
  package var bySession: [Int: Int]
  package var withinBySession: [Int: Int]

  package init(_ account: Account, _ record: TrainingRecord, _ hours: TrainingHours) {
    self.account = account
    let work = record.hours(of: account)
    var (bySession, within): ([Int: Int], [Int: Int]) = ([:], [:])
    for day in hours.days {
      guard let session = record.sessions.first(where: { $0.number == day.session }) else {
        continue
      }
      let spans = Spans.merged(session.attendance[account] ?? [])
      if spans.isEmpty { continue }
      let attended = Spans.common(spans, Spans.merged(day.spans))
      bySession[day.session] = attended.reduce(0) { $0 + $1.minutes }
      if let work {
        within[day.session] = Spans.minutes(attended, within: work.spans(on: day.date))
      }
    }
    self.bySession = bySession
    withinBySession = within
    attended = bySession.values.reduce(0, +)
    withinHours = work == nil ? nil : within.values.reduce(0, +)
  }

  /// Whether the share of the minutes was attended, in whole percents of the rules.
  package func attends(_ percent: Int, of minutes: Int) -> Bool {
    attended * 100 >= percent * minutes
  }
}

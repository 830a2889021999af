package import CivilTime

/// When messages may arrive, in the organization's time zone. What falls outside waits.
package struct ShareHours: Sendable, Equatable {
  /// Minutes since midnight: from the first, before the second.
  package var minutes: Range<Int>
  /// Days of the week, Monday 1 to Sunday 7.
  package var days: Set<Int>
  /// Days without messages, whatever day of the week they are.
  package var holidays: Set<LocalDate>

  package static let wholeDay = 0..<1_440

  package init(
    minutes: Range<Int> = wholeDay, days: Set<Int> = Set(1...7), holidays: Set<LocalDate> = []
  ) {
    self.minutes = minutes
    self.days = days
    self.holidays = holidays
  }

  package var isAlways: Bool {
    minutes == Self.wholeDay && days.count == 7 && holidays.isEmpty
  }

  /// The first instant from `now` on at which a message may arrive; nil where no day of the year to
  /// come allows any.
  package func next(from now: Instant, in zone: TimeZoneRules) -> Instant? {
    let local = zone.localDateTime(at: now)
    let minute = local.hour * 60 + local.minute
    if isOpen(local.date) {
      if minutes.contains(minute) { return now }
      if minute < minutes.lowerBound { return opening(of: local.date, zone) }
    }
    let following = (1...366).lazy.map { local.date.adding(days: $0) }.first(where: isOpen)
    return following.map { opening(of: $0, zone) }
  }

  private func isOpen(_ day: LocalDate) -> Bool {
    days.contains(day.weekday) && !holidays.contains(day)
  }

  private func opening(of day: LocalDate, _ zone: TimeZoneRules) -> Instant {
    zone.instant(of: day, hour: minutes.lowerBound / 60, minute: minutes.lowerBound % 60)
  }
}

extension ShareHours {
  /// `9-18`, `09:00-17:30`; nil for anything else, and for hours that end before they begin.
  package static func minutes(_ text: String) -> Range<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = minute(parts[0]), let last = minute(parts[1]), first < last
    else { return nil }
    return first..<last
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let hour = whole(parts[0]), let minute = parts.count == 2 ? whole(parts[1]) : 0,
      minute < 60, hour < 24 || hour == 24 && minute == 0
    else { return nil }
    return hour * 60 + minute
  }

  private static func whole(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// `mon-fri`, `mon,wed`; nil for anything else.
  package static func days(_ text: String) -> Set<Int>? {
    var days: Set<Int> = []
    for part in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count),
        let first = names.firstIndex(of: String(ends[0])),
        let last = names.firstIndex(of: String(ends[ends.count - 1])), first <= last
      else { return nil }
      days.formUnion(first + 1...last + 1)
    }
    return days.isEmpty ? nil : days
  }

  /// `mon-fri`, as people read and give it.
  package var daysText: String {
    let sorted = days.sorted()
    guard let first = sorted.first, let last = sorted.last else { return "" }
    let isRow = sorted.count > 2 && last - first == sorted.count - 1
    return isRow
      ? "\(Self.names[first - 1])-\(Self.names[last - 1])"
      : sorted.map { Self.names[$0 - 1] }.joined(separator: ",")
  }

  /// `09:00-18:00`
  package var minutesText: String {
    func text(_ minute: Int) -> String {
      let (hour, rest) = (minute / 60, minute % 60)
      return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }
    return "\(text(minutes.lowerBound))-\(text(minutes.upperBound))"
  }
}

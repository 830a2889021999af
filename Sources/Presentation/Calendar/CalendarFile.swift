package import Bilingual
package import CivilTime
import Terminal

/// Entries as RFC 5545 has them, for any calendar to take in. Days are dates without a time zone:
/// a due day is the same day wherever it is read.
package struct CalendarFile: Sendable {
  let name: String
  let events: [CalendarEvent]
  /// Whose entries they are: makes ids unique among all organizations'.
  let domain: String
  let stamp: Instant
  let language: Language

  package init(
    name: String, _ events: [CalendarEvent], domain: String, stamp: Instant, _ language: Language
  ) {
    self.name = name
    self.events = events
    self.domain = domain
    self.stamp = stamp
    self.language = language
  }

  package var isEmpty: Bool { events.isEmpty }

  package var text: String {
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0",
      "PRODID:-//pdca//reviews//\(language.rawValue.uppercased())",
      "CALSCALE:GREGORIAN", "NAME:\(Self.escape(name))", "X-WR-CALNAME:\(Self.escape(name))",
      "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    let entries = events.isEmpty ? Self.nothing : events.flatMap(lines)
    return (head + entries + ["END:VCALENDAR"]).map(Self.folded).joined()
  }

  /// A calendar holds at least one component: where nothing is to come, a time zone that nothing
  /// refers to. Who subscribes then loses the entries of before.
  private static let nothing = [
    "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
  ]

  private func lines(_ event: CalendarEvent) -> [String] {
    let summary = "SUMMARY;LANGUAGE=\(language.rawValue):\(Self.escape(event.summary))"
    return [
      "BEGIN:VEVENT", "UID:\(Self.escape(event.id))@\(domain)", "DTSTAMP:\(Self.time(stamp))",
      "DTSTART;VALUE=DATE:\(Self.date(event.day))",
      "DTEND;VALUE=DATE:\(Self.date(event.day.adding(days: 1)))", summary,
      "DESCRIPTION:\(Self.escape(event.description))",
      "CATEGORIES:\(Self.escape(event.category))", "TRANSP:TRANSPARENT",
      "BEGIN:VALARM", "ACTION:DISPLAY",
      "TRIGGER:\(event.reminder < 0 ? "-" : "")PT"
        + "\(abs(event.reminder))H", "DESCRIPTION:\(Self.escape(event.summary))", "END:VALARM",
      "END:VEVENT",
    ]
  }

  static func date(_ day: LocalDate) -> String { "\(day)".filter { $0 != "-" } }

  /// UTC, to the second.
  static func time(_ instant: Instant) -> String {
    instant.rfc3339.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// Text as a value: what separates values loses its meaning, whatever combines with it, and
  /// control characters show.
  static func escape(_ text: String) -> String {
    DisplayText.page(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      if "\\;,".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
  }

  /// A line with its CR LF, on lines of at most 75 octets that end between characters.
  static func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += size
    }
    return folded + "\r\n"
  }
}

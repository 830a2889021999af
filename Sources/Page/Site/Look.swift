import Bilingual
import CivilTime
import Domain
import Office
import Wording

/// How a page is looked at: by whom, in which language, at which moment.
struct Look: Sendable {
  let language: Language
  /// Who looks.
  let person: Account
  let zone: TimeZoneRules
  let now: Instant
  let today: LocalDate
  /// As it was asked for; nil for the present.
  let asOf: String?
  /// What is said on top of a page about the past.
  var momentLine: String?
  /// What a form of this reader bears.
  let token: String
  /// What people are called; JSON has accounts.
  var names = PeopleNames()

  func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }

  func say(_ phrase: Phrase) -> String { phrase(language) }

  var isPast: Bool { asOf != nil }
}

/// Times in the organization's time zone.
extension Look {
  /// `2026-11-22 09:10`
  func moment(_ instant: Instant) -> HTML {
    "<time datetime=\"\(instant)\">\(zone.localDateTime(at: instant).words)</time>"
  }

  /// `22 November 2026`
  func day(_ instant: Instant) -> HTML {
    let date = zone.date(at: instant)
    return "<time datetime=\"\(date)\">\(DateText.day(date, language))</time>"
  }

  func day(_ date: LocalDate) -> HTML {
    "<time datetime=\"\(date)\">\(DateText.day(date, language))</time>"
  }

  /// Who, and on which day.
  func made(_ instant: Instant, by account: Account) -> HTML {
    let name = names(account)
    return language.choose(
      "\(day(instant)), by \(name)" as HTML, "\(day(instant))（\(name)）" as HTML)
  }

  /// `3 days`, 3日
  func days(_ count: Int) -> String {
    say(count == 1 ? "1 day" : "\(NumberText.whole(count)) days", "\(NumberText.whole(count))日")
  }

  /// `3 cycles`, 3件
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    say("\(NumberText.whole(number)) \(number == 1 ? one : many)", "\(NumberText.whole(number))件")
  }
}

/// Ways to other pages: who looks at the past stays there.
extension Look {
  func href(_ address: PageAddress, _ query: [(String, String)] = []) -> String {
    let all = query + (asOf.map { [("as-of", $0)] } ?? [])
    let path = Percent.encoded(address.path)
    guard !all.isEmpty else { return path }
    return path + "?" + all.map { "\($0.0)=\(Percent.encoded($0.1))" }.joined(separator: "&")
  }

  func link(_ address: PageAddress, _ text: String) -> HTML {
    "<a href=\"\(href(address))\">\(text)</a>"
  }

  func link(_ id: ItemID) -> HTML { link(.item(id), "\(id)") }
  func link(_ id: ReviewID) -> HTML { link(.review(id), "\(id)") }
  func link(_ kpi: KPIReference, _ name: String? = nil) -> HTML {
    link(.kpi(kpi), name ?? "\(kpi)")
  }
  func link(_ code: DepartmentCode, _ name: String? = nil) -> HTML {
    link(.department(code), name ?? "\(code)")
  }

  /// A link to what a text names, or the text where no page shows it.
  func link(named name: String) -> HTML {
    guard let address = PageAddress(of: name) else { return "\(name)" }
    return link(address, name)
  }

  /// Links in a row.
  func links(_ ids: [ItemID]) -> HTML? {
    ids.isEmpty ? nil : ids.map { link($0) }.joined(HTML(made: say(", ", "、")))
  }
}

import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
import Reviews

/// Settings as they are stored and shown; nothing in them is secret.
extension ShareSettings {
  package var json: JSON {
    [
      "language": JSON(language.rawValue),
      "departments": JSON(departments.map(\.rawValue)),
      "audience": JSON(audience?.rawValue),
      "occasions": JSON(ShareOccasion.allCases.filter(occasions.contains).map(\.rawValue)),
      "hours": hours.minutes == ShareHours.wholeDay ? nil : JSON(hours.minutesText),
      "days": hours.days.count == 7 ? nil : JSON(hours.daysText),
      "holidays": hours.holidays.isEmpty
        ? nil : JSON(hours.holidays.sorted().map(\.description)),
      "page": JSON(page),
      "allowsPrivate": allowsPrivate ? true : nil,
      "channel": channel.isEmpty ? nil : .object(channelJSON),
    ]
  }

  private var channelJSON: JSONObject {
    channel.sorted { $0.key < $1.key }.reduce(into: [:]) { $0[$1.key] = JSON($1.value) }
  }

  package init(_ json: JSON) throws(PayloadError) {
    let fields = try Fields(of: json)
    self.init(
      language: try fields.value("language") { Language(rawValue: $0) },
      occasions: Set(
        try fields.strings("occasions").compactMap { ShareOccasion(rawValue: $0) }))
    departments = try fields.strings("departments").compactMap { DepartmentCode($0) }
    audience = try fields.optionalValue("audience") { Audience(rawValue: $0) }
    hours.minutes =
      try fields.optionalValue("hours") { ShareHours.minutes($0) } ?? ShareHours.wholeDay
    hours.days = try fields.optionalValue("days") { ShareHours.days($0) } ?? Set(1...7)
    hours.holidays = Set(
      try fields.optionalStrings("holidays")?.compactMap { LocalDate(iso: $0) } ?? [])
    page = try fields.optionalString("page")
    allowsPrivate = try fields.optionalBool("allowsPrivate") ?? false
    for member in try fields.optionalObject("channel")?.object ?? [:] {
      channel[member.key] = member.value.string
    }
  }
}

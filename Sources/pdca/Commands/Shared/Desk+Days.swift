import Bilingual
import CivilTime
import Domain
import Orders
import Wording

extension Desk {
  /// The day of an instant in the organization's time zone, as people write it.
  func day(_ instant: Instant) -> String {
    setting.zone.date(at: instant).words(answer.language)
  }

  /// When something was done, and by whom.
  func made(_ instant: Instant, by account: Account) -> String {
    let name = names(account)
    return answer.say("\(day(instant)), by \(name)", "\(day(instant))（\(name)）")
  }
}

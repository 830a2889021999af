import CivilTime
import Domain
import Office
import Orders
import Wording

extension Desk {
  /// An item that is there; else it is refused with those whose ids are near.
  func known(
    _ text: String, _ kind: ItemKind, in option: DepartmentOption? = nil
  ) throws -> ItemID {
    try office.known(item(text, kind, in: option))
  }

  /// Day and time of day in the organization's time zone: `2026-11-22 09:10`.
  func moment(_ instant: Instant) -> String {
    setting.zone.localDateTime(at: instant).words
  }
}

import Bilingual
import CivilTime
import Domain
import Office

/// What `pdca do` was given: a cycle or none, what was done, how long it took.
///
/// The first word names a cycle where it is an id or a whole number (`SALES-12 'text' 30m`,
/// `12 'text'`); else it says what was done (`'text' 30m`, `'text'`).
struct DoWords: Equatable {
  var cycle: String?
  var text: String?
  var minutes: String?

  init(_ words: [String]) throws {
    guard let first = words.first else { return }
    let (second, third) = (words.dropFirst().first, words.dropFirst(2).first)
    if Self.namesCycle(first) {
      (cycle, text, minutes) = (first, second, third)
      return
    }
    guard third == nil, second.map({ DurationText.minutes($0.halfWidth) != nil }) ?? true else {
      throw InputFault.unreadable(argument: "CYCLE", text: first, wanted: .cycleID)
    }
    (text, minutes) = (first, second)
  }

  private static func namesCycle(_ word: String) -> Bool {
    let typed = word.halfWidth
    return ItemID(typed) != nil || Int(typed) != nil
  }
}

import Bilingual
import Domain
import Office

/// What a confirmation calls an item: its id with its title, so that a slip of a digit is seen.
struct ItemName {
  /// Characters of a title that a confirmation shows.
  private static let limit = 40
  private let id: String
  private let title: String?

  /// - Parameter title: nil, or empty as after a redaction, leaves the id alone.
  init(_ id: ItemID, title: String?) { self.init("\(id)", title: title) }

  init(_ id: DecisionID, title: String?) { self.init("\(id)", title: title) }

  private init(_ id: String, title: String?) {
    self.id = id
    self.title = title.flatMap(Self.short)
  }

  /// A title in one line, cut where it is long; nil for an empty one.
  static func short(_ title: String) -> String? {
    let line = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isLong = line.count > limit
    return line.isEmpty ? nil : line.prefix(limit - (isLong ? 1 : 0)) + (isLong ? "…" : "")
  }

  var en: String { title.map { "\(id) \($0)" } ?? "\(id)" }
  /// A particle follows at once.
  var ja: String { title.map { "\(id)「\($0)」" } ?? "\(id) " }
  var phrase: Phrase { Phrase(en: en, ja: title.map { "\(id)「\($0)」" } ?? "\(id)") }
}

extension Desk {
  /// Asked before anything is appended: of the same snapshot, and no failure afterwards.
  func name(of id: ItemID) throws -> ItemName {
    ItemName(id, title: try office.title(of: id))
  }

  /// Where something learned from cycles is filed: in the current or named department where one of
  /// them is of it, else in that of the first.
  func home(of cycles: [ItemID], _ option: DepartmentOption) throws -> DepartmentCode {
    guard let first = cycles.first else { return try department(option) }
    let homes = Set(cycles.map(\.department))
    if homes.count > 1, let own = try? department(option), homes.contains(own) { return own }
    return first.department
  }
}

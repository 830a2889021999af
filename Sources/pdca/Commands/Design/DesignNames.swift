import Bilingual
import Domain
import Office
import ReadModels

/// What confirmations call a design and its parts: by title besides, so that a slip of a digit is seen.
struct DesignNames {
  private let detail: DesignDetail

  init(_ id: ItemID, _ desk: Desk) throws { detail = try desk.office.design(id) }

  var design: ItemName { ItemName(detail.design.id, title: detail.design.title) }

  func item(_ number: Int) -> Phrase {
    numbered(number, detail.items.first { $0.number == number }?.title, "Item", "項目")
  }

  /// - Parameter title: of one that is new.
  func session(_ number: Int, title: String? = nil) -> Phrase {
    numbered(
      number, title ?? detail.sessions.first { $0.number == number }?.title, "Session", "セッション")
  }

  private func numbered(_ number: Int, _ title: String?, _ en: String, _ ja: String) -> Phrase {
    guard let title = title.flatMap(ItemName.short) else {
      return Phrase(en: "\(en) \(number)", ja: "\(ja)\(number)")
    }
    return Phrase(en: "\(en) \(number) (\(title))", ja: "\(ja)\(number)「\(title)」")
  }
}

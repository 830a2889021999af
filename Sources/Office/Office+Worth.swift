import Bilingual
import CivilTime
import Domain
import Orders
package import ReadModels
package import Reviews
import Tracker

/// What it is worth.
extension Office {
  /// What is stated, in the order of the logs.
  package func worth() throws -> (entries: [WorthEntryRow], book: WorthBook) {
    try tracker.read { view in
      let entries = try WorthQueries.entries(in: view)
      return (entries, WorthBook(entries))
    }
  }

  /// What a text names: a training design (`HQ-D1`, or its number), or a value area; nil is all.
  package func returnScope(
    _ text: String?, in home: HomeDepartment
  ) throws -> ReturnReport.Scope {
    guard let text else { return .all }
    if let id = ItemID(text.halfWidth), id.kind == .design { return .design(id) }
    if try valueAreas().contains(where: { $0.name == text }) { return .area(text) }
    guard let number = Int(text), text.allSatisfy({ $0.isASCII && !$0.isWhitespace }) else {
      return .area(text)
    }
    let id = number > 0 ? "\(ItemID(setting.head, .design, number))" : text
    return .design(try known(item(id, .design, in: home)))
  }

  /// What trainings brought, by the office's moment.
  package func returns(_ scope: ReturnReport.Scope) throws -> ReturnReport {
    try tracker.read { view in
      let material = try returnMaterial(in: view)
      try require(scope, in: material)
      return try ReturnReport(scope, of: material)
    }
  }

  private func require(
    _ scope: ReturnReport.Scope, in material: ReturnMaterial
  ) throws {
    switch scope {
    case .all: return
    case .design(let id):
      if material.designs.contains(where: { $0.design.id == id }) { return }
      throw OfficeError.unknown(
        .design, text: "\(id)", candidates: material.designs.map { "\($0.design.id)" })
    case .area(let name):
      if material.areas.contains(where: { $0.name == name }) { return }
      throw OfficeError.unknown(.valueArea, text: name, candidates: material.areas.map(\.name))
    }
  }

  func returnMaterial(in view: View) throws -> ReturnMaterial {
    try ReturnReader(zone: setting.zone, now: setting.now, today: today).material(in: view)
  }
}

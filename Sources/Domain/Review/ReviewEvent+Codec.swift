package import CanonicalJSON
import CivilTime

extension ReviewEvent: StoredEvent {
  private enum Name: String, CaseIterable {
    case opened = "ReviewOpened"
    case snapshotTaken = "SnapshotTaken"
    case decisionMade = "DecisionMade"
    case decisionDone = "DecisionDone"
    case itemCarriedOver = "ItemCarriedOver"
    case closed = "ReviewClosed"
    case addendumMade = "AddendumMade"
  }

  package static let types = Set(Name.allCases.map(\.rawValue))

  package var type: String { name.rawValue }

  private var name: Name {
    switch self {
    case .opened: .opened
    case .snapshotTaken: .snapshotTaken
    case .decisionMade: .decisionMade
    case .decisionDone: .decisionDone
    case .itemCarriedOver: .itemCarriedOver
    case .closed: .closed
    case .addendumMade: .addendumMade
    }
  }

  package var payload: JSON {
    switch self {
    case .opened(let period): ["period": JSON(text: period)]
    case .snapshotTaken(let positions, let profile, let version, let hash):
      [
        "positions": JSON(positions: positions), "profile": JSON(profile),
        "profileVersion": JSON(version), "hash": JSON(hash),
      ]
    case .decisionMade(let number, let decision, let owner, let due, let about):
      [
        "number": JSON(number), "decision": JSON(decision), "owner": JSON(text: owner),
        "due": JSON(text: due), "about": JSON(about),
      ]
    case .decisionDone(let number, let note): ["number": JSON(number), "note": JSON(note)]
    case .itemCarriedOver(let decision, let due, let reason):
      ["decision": JSON(text: decision), "due": JSON(text: due), "reason": JSON(reason)]
    case .closed(let hash, let note, let considered):
      [
        "hash": JSON(hash), "note": JSON(note),
        "considered": considered.isEmpty ? JSON?.none : JSON(positions: considered),
      ]
    case .addendumMade(let addendum): ["addendum": JSON(addendum)]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    let name = try Self.known(type, as: Name.self)
    self = try Self.decoded(name, payload)
  }

  private static func decoded(
    _ name: Name, _ fields: Fields
  ) throws(PayloadError) -> ReviewEvent {
    switch name {
    case .opened: .opened(period: try fields.value("period", via: ReviewPeriod.init))
    case .snapshotTaken:
      .snapshotTaken(
        positions: try fields.positions("positions"), profile: try fields.string("profile"),
        profileVersion: try fields.int("profileVersion"), hash: try fields.string("hash"))
    case .decisionMade:
      .decisionMade(
        number: try fields.int("number"), decision: try fields.string("decision"),
        owner: try fields.value("owner", via: Account.init),
        due: try fields.value("due", via: LocalDate.init(iso:)),
        about: try fields.optionalString("about"))
    case .decisionDone:
      .decisionDone(number: try fields.int("number"), note: try fields.optionalString("note"))
    case .itemCarriedOver:
      .itemCarriedOver(
        decision: try fields.value("decision", via: DecisionID.init),
        due: try fields.value("due", via: LocalDate.init(iso:)),
        reason: try fields.string("reason"))
    case .closed:
      .closed(
        hash: try fields.string("hash"), note: try fields.optionalString("note"),
        considered: try fields.optionalPositions("considered"))
    case .addendumMade: .addendumMade(addendum: try fields.string("addendum"))
    }
  }
}

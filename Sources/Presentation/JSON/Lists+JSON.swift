package import Bilingual
package import CanonicalJSON
package import Domain
package import Office
package import ReadModels
import Reviews
import Shapes
import Subsidy

/// Lists of what the office answers: an object with one member, the things.
extension [ConceptStory] {
  package var listJSON: JSON { .list("concepts", map(\.json)) }
}

extension [KPIRow] {
  package func listJSON(latest: [KPIReference: ObservationRow]) -> JSON {
    .list("kpis", map { $0.json(latest: latest[$0.reference]) })
  }
}

extension [MemberEntry] {
  /// - Parameter rights: of those who haven't left.
  package func listJSON(rights: [Account: HeldRights]) -> JSON {
    .list(
      "members",
      map { $0.json.with(["rights": (rights[$0.member.account] ?? HeldRights()).json]) })
  }
}

extension [ActorAccess] {
  package var listJSON: JSON { .list("actors", map(\.json)) }
}

extension [Calibration] {
  package var listJSON: JSON { .list("calibrations", map(\.json)) }
}

extension [HistoryProposal] {
  package var listJSON: JSON { .list("proposals", map(\.json)) }
}

extension [LessonPath] {
  /// - Parameter start: the lesson or cycle that they were looked for from.
  package func listJSON(from start: ItemID) -> JSON {
    .list("lessons", map(\.json)).with(["from": .string("\(start)")])
  }
}

extension [DuePaper] {
  package var listJSON: JSON { .list("due", map(\.json)) }
}

extension [ShareTarget] {
  package var listJSON: JSON { .list("targets", map(\.json)) }
}

extension [StarEntry] {
  package var listJSON: JSON { ["views": json] }
}

extension [StarFinding] {
  package var listJSON: JSON { .list("findings", map(\.json)) }
}

extension [InboxResult] {
  package func listJSON(_ language: Language) -> JSON {
    .list("mails", map { $0.json(language) })
  }
}

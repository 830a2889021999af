package import Domain
import Postgres

/// Tables that are projected together from the same events, with a checkpoint of their own.
package struct ProjectionModule: Sendable {
  package let name: String
  /// Raised whenever the same events would make other rows; the read models are then built anew.
  package let version: Int
  package let description: String
  package let subjects: Set<Subject>
  package let tables: [any ProjectedRow.Type]

  /// The statements that take the tables past the entries, which must be in the order of their log.
  func changes(from entries: [LoggedEvent], in session: Session) throws -> [Statement] {
    try tables.flatMap { try $0.changes(from: entries, in: session) }
  }
}

extension ProjectionModule {
  package static let all: [ProjectionModule] = [
    .organization, .strategy, .kpi, .cycle, .issue, .lesson, .design, .review,
    .concept, .subsidy, .worth,
  ]

  private static let placeOfSubject: [Subject: Int] = Dictionary(
    uniqueKeysWithValues: all.enumerated().flatMap { place, module in
      module.subjects.map { ($0, place) }
    })

  /// Where in `all` the subject's module stands.
  static func place(of subject: Subject) -> Int { placeOfSubject[subject]! }

  package static func holding(_ subject: Subject) -> ProjectionModule {
    all[place(of: subject)]
  }
}

extension ProjectedRow {
  fileprivate static func changes(from entries: [LoggedEvent], in session: Session) throws
    -> [Statement]
  {
    try TableBuffer<Self>.changes(from: entries, in: session)
  }
}

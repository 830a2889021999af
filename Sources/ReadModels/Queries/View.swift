package import Domain
import Postgres

/// What queries read: the log and the read models of one snapshot, at a moment, for a person. It is
/// handed out where a snapshot of them begins, by `Projector`, `SharedSnapshot`, `PastModels` and
/// `ReadSchema`, and nobody else can make one: a query's tables are those that were entered.
package struct View {
  private let session: Session
  /// The part of the logs that is looked at; nil for all that is recorded.
  package let cut: LogCut?
  /// Who looks; nil for what keeps the read models, which sees all.
  package let person: Account?
  /// The projections that have stopped, where that is known already.
  private let knownStopped: [StoppedProjection]?

  init(
    of session: Session, at cut: LogCut? = nil, for person: Account?,
    stopped: [StoppedProjection]? = nil
  ) {
    self.session = session
    knownStopped = stopped
    self.cut = cut
    self.person = person
  }

  /// How far what is read has come in each department's log.
  package func positions() throws -> [DepartmentCode: Int] {
    try cut?.positions ?? ProjectionCheckpoint.positions(in: session)
  }

  /// The projections that have stopped: what they tell of a department is as it was before. A look
  /// into the past is folded from the logs, and fails where it can't.
  package func stopped() throws -> [StoppedProjection] {
    if cut != nil { return [] }
    return try knownStopped ?? StoppedProjection.all(in: session)
  }
}

/// For queries, which stand in this target alone.
extension View {
  func query<T>(_ query: Query, _ read: (borrowing Row) throws -> T) throws -> [T] {
    try session.query(query, read)
  }

  func first<T>(_ query: Query, _ read: (borrowing Row) throws -> T) throws -> T? {
    try session.first(query, read)
  }

  /// Rows of a query that selects `R.columns(of:)` first.
  func rows<R: ReadRow>(_ query: Query, as _: R.Type = R.self) throws -> [R] {
    try session.query(query) { try R($0) }
  }

  /// The first row, nil when there is none.
  func row<R: ReadRow>(_ query: Query, as _: R.Type = R.self) throws -> R? {
    try session.first(query) { try R($0) }
  }
}

package import Domain
package import EventLog
import Postgres
package import ReadModels
import Tracker

/// What a replay is about.
package enum ReplaySubject: Sendable, CustomStringConvertible {
  case item(ItemID)
  case review(ReviewID)
  case kpi(KPIReference)
  case department(DepartmentCode)

  package var description: String {
    switch self {
    case .item(let id): "\(id)"
    case .review(let id): "\(id)"
    case .kpi(let kpi): "\(kpi)"
    case .department(let code): "\(code)"
    }
  }

  package var home: DepartmentCode {
    switch self {
    case .item(let id): id.department
    case .review(let id): id.department
    case .kpi(let kpi): kpi.department
    case .department(let code): code
    }
  }

  /// Nil for the whole log.
  package var stream: String? {
    switch self {
    case .item(let id): id.stream
    case .review(let id): id.stream
    case .kpi(let kpi): Stream.kpi(kpi.code).name
    case .department: nil
    }
  }
}

/// One event of a replay, and what it changed.
package struct ReplayStep: Sendable {
  package let event: RecordedEvent
  package let changes: [RowChange]
}

extension Office {
  /// A review that was opened.
  package func opened(_ id: ReviewID) throws -> ReviewID {
    try tracker.read(of: [id.department], in: [ReviewRow.self]) { view in
      if try ReviewQueries.review(id, in: view) != nil { return id }
      let known = try ReviewQueries.list(of: id.department, in: view).map { "\($0.id)" }
      throw OfficeError.unknown(.review, text: "\(id)", candidates: known)
    }
  }

  /// Every event of it with what it changed, in the order recorded, as far as the office looks.
  /// - Parameter positions: of the steps that are told; nil for all.
  package func replay(
    _ subject: ReplaySubject, told positions: ClosedRange<Int>? = nil
  ) throws -> [ReplayStep] {
    let filter = asOf?.trueBy.map { TruthFilter(by: $0) }
    let history = RowHistory()
    return try events(of: subject).filter { event in
      filter?.counts(event.type, event.stream, event.streamVersion, event.occurredAt) ?? true
    }.map { ReplayStep(event: $0, changes: history.take($0)) }
      .filter { positions?.contains($0.event.position) ?? true }
  }

  private func events(of subject: ReplaySubject) throws -> [RecordedEvent] {
    let ends = try asOf?.positions ?? heads()
    let last = ends[subject.home] ?? 0
    guard let stream = subject.stream else {
      return try LogReader.events(of: subject.home.rawValue, after: 0, limit: last, in: session)
    }
    let own = try LogReader.stream(stream, of: subject.home.rawValue, upTo: last, in: session)
    guard case .item(let id) = subject, id.kind == .lesson else { return own }
    return (own + (try answers(to: id, ends))).sorted {
      ($0.recordedAt, $0.department, $0.position) < ($1.recordedAt, $1.department, $1.position)
    }
  }

  /// What other departments did with a lesson.
  private func answers(
    to lesson: ItemID, _ ends: [DepartmentCode: Int]
  ) throws -> [RecordedEvent] {
    try ends.flatMap { code, last in
      try LogReader.stream(Stream.adoption(lesson).name, of: code.rawValue, upTo: last, in: session)
    }
  }
}

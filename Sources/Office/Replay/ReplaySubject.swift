import Domain
import EventLog
import Office
import Postgres
import ReadModels
import Tracker

/// What a replay is about.
enum ReplaySubject: CustomStringConvertible {
  case item(ItemID)
  case review(ReviewID)
  case kpi(KPIReference)
  case department(DepartmentCode)

  var description: String {
    switch self {
    case .item(let id): "\(id)"
    case .review(let id): "\(id)"
    case .kpi(let kpi): "\(kpi)"
    case .department(let code): "\(code)"
    }
  }

  var home: DepartmentCode {
    switch self {
    case .item(let id): id.department
    case .review(let id): id.department
    case .kpi(let kpi): kpi.department
    case .department(let code): code
    }
  }

  /// Nil for the whole log.
  var stream: String? {
    switch self {
    case .item(let id): id.stream
    case .review(let id): id.stream
    case .kpi(let kpi): "kpi-\(kpi.code)"
    case .department: nil
    }
  }
}

extension Desk {
  /// An id, a number (a cycle's), a department, or a KPI; whichever it is, it is there.
  func replayed(_ text: String, in option: DepartmentOption) throws -> ReplaySubject {
    if ReviewPeriod(text) != nil || ReviewID(text) != nil {
      return .review(try opened(try review(text, in: option)))
    }
    if Int(text) != nil { return .item(try known(text, .cycle, in: option)) }
    if let id = ItemID(text) { return .item(try known(text, id.kind)) }
    let codes = try office.departmentCodes()
    if let code = codes.first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
      return .department(code)
    }
    return .kpi(try definedKPI(text, in: option).reference)
  }

  private func opened(_ id: ReviewID) throws -> ReviewID {
    try tracker.read(of: [id.department], in: [ReviewRow.self]) { view in
      if try ReviewQueries.review(id, in: view) != nil { return id }
      let known = try ReviewQueries.list(of: id.department, in: view).map { "\($0.id)" }
      throw OfficeError.unknown(.review, text: "\(id)", candidates: known)
    }
  }

  /// Every event of it with what it changed, in the order recorded, as far as the desk looks.
  func replay(_ subject: ReplaySubject) throws -> [ReplayStep] {
    let filter = asOf?.trueBy.map { TruthFilter(by: $0) }
    let history = RowHistory()
    return try events(of: subject).filter { event in
      filter?.counts(event.type, event.stream, event.streamVersion, event.occurredAt) ?? true
    }.map { ReplayStep(entry: LogEntry($0), changes: history.take($0)) }
  }

  private func events(of subject: ReplaySubject) throws -> [RecordedEvent] {
    let ends = try asOf?.positions ?? office.heads()
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
      try LogReader.stream("adoption-\(lesson)", of: code.rawValue, upTo: last, in: session)
    }
  }
}

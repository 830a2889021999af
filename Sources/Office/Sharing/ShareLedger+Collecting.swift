import CanonicalJSON
import CivilTime
package import Domain
import EventLog
package import Postgres
package import ReadModels

/// An occasion to tell of, before it is anybody's delivery.
package struct Occasion: Sendable, Equatable {
  package var kind: ShareOccasion
  package var department: DepartmentCode
  package var about: String
  /// Tells it from all others of a target.
  package var key: String

  package init(_ kind: ShareOccasion, _ department: DepartmentCode, about: String, key: String) {
    self.kind = kind
    self.department = department
    self.about = about
    self.key = key
  }
}

extension ShareLedger {
  /// Events looked through in one go.
  private static let batch = 500

  /// Looks through what the logs hold past where the target has come, and makes a delivery of each
  /// occasion in them.
  /// - Returns: the deliveries made; nil where another sender has the target.
  package static func collect(
    for target: ShareTarget, under tenure: WorkTenure, in session: Session
  ) throws -> Int? {
    let types = eventTypes(target.settings.occasions)
    var made = 0
    for department in try departmentsAhead(of: target, session) {
      guard
        let count = try collect(target, department, types, tenure, session)
      else { return nil }
      made += count
    }
    return made
  }

  private static func eventTypes(_ occasions: Set<ShareOccasion>) -> [String] {
    var types: [String] = []
    if occasions.contains(.reviewClosed) { types.append("ReviewClosed") }
    if occasions.contains(.decision) { types += ["DecisionMade", "IssueRaised"] }
    if occasions.contains(.lesson) { types.append("LessonValidated") }
    return types
  }

  private static func departmentsAhead(
    of target: ShareTarget, _ session: Session
  ) throws -> [String] {
    let scope = target.settings.departments.map(\.rawValue)
    return try session.query(
      """
      SELECT h.department FROM (\(unescaped: heads)) h
      LEFT JOIN share.progress p ON p.target = \(target.name) AND p.department = h.department
      WHERE h.head > coalesce(p."position", 0)
        AND (\(scope.isEmpty) OR h.department = ANY (\(scope)::text[]))
      ORDER BY h.department
      """, prepared: true
    ) { try $0.text(0) }
  }

  private static func collect(
    _ target: ShareTarget, _ department: String, _ types: [String], _ tenure: WorkTenure,
    _ session: Session
  ) throws -> Int? {
    var made = 0
    while true {
      let step = try session.transaction { session -> (count: Int, isEnd: Bool)? in
        guard try tenure.isHeld(in: session) else { return nil }
        return try Self.step(target, department, types, session)
      }
      guard let step else { return nil }
      made += step.count
      if step.isEnd { return made }
    }
  }

  /// Everything up to the head was seen when fewer events than asked for are there; the head is read
  /// first, so that what comes meanwhile is looked at the next time.
  private static func step(
    _ target: ShareTarget, _ department: String, _ types: [String], _ session: Session
  ) throws -> (count: Int, isEnd: Bool) {
    let head = try LogReader.end(of: department, in: session)
    let after =
      try session.first(
        """
        SELECT "position" FROM share.progress
        WHERE target = \(target.name) AND department = \(department)
        """
      ) { try $0.int(0) } ?? 0
    let events = try session.query(
      """
      SELECT e."position", e.stream, e.type, e.payload FROM log.event e
      WHERE e.department = \(department) AND e."position" > \(after) AND e."position" <= \(head)
        AND e.type = ANY (\(types)::text[])
      ORDER BY e."position" LIMIT \(batch)
      """
    ) { (try $0.int(0), try $0.text(1), try $0.text(2), try $0.text(3)) }
    let occasions = events.compactMap { occasion(department, $0.0, $0.1, $0.2, $0.3) }
    let count = try add(occasions, to: target.name, session)
    let isEnd = events.count < batch
    try move(target.name, department, to: isEnd ? head : events[events.count - 1].0, session)
    return (count, isEnd)
  }

  private static func occasion(
    _ department: String, _ position: Int, _ stream: String, _ type: String, _ payload: String
  ) -> Occasion? {
    guard let code = DepartmentCode(department), let stream = Stream(name: stream),
      let id = stream.id(in: code)
    else { return nil }
    let key = "\(department)@\(position)"
    switch type {
    case "ReviewClosed": return Occasion(.reviewClosed, code, about: id, key: key)
    case "LessonValidated": return Occasion(.lesson, code, about: id, key: key)
    case "IssueRaised": return Occasion(.decision, code, about: id, key: key)
    case "DecisionMade":
      guard let fields = try? Fields(of: JSON(parsing: payload)),
        let number = try? fields.int("number")
      else { return nil }
      return Occasion(.decision, code, about: "\(id).\(number)", key: key)
    default: return nil
    }
  }

  private static func move(
    _ target: String, _ place: String, to position: Int, _ session: Session
  ) throws {
    try session.execute(
      """
      INSERT INTO share.progress AS p (target, department, "position")
      VALUES (\(target), \(place), \(position))
      ON CONFLICT (target, department) DO UPDATE SET "position" = EXCLUDED."position"
      """, prepared: true)
  }

  /// Deliveries of the occasions that the target has none of, in order.
  /// - Parameter state: `skipped` for what is known already when a target begins to be told.
  private static func add(
    _ occasions: [Occasion], to target: String, as state: ShareDelivery.State = .waiting,
    _ session: Session
  ) throws -> Int {
    if occasions.isEmpty { return 0 }
    // Its row is locked first, so that numbers are dense and in order.
    let last = try session.first(
      "SELECT last_number FROM share.target WHERE name = \(target) FOR NO KEY UPDATE"
    ) { try $0.int(0) }
    guard let last else { return 0 }
    let made = try session.execute(
      """
      INSERT INTO share.delivery (target, number, occasion, kind, department, about, state)
      SELECT \(target), \(last) + row_number() OVER (ORDER BY n.place), n.occasion, n.kind,
        n.department, n.about, \(state.rawValue)
      FROM unnest(\(occasions.map(\.key))::text[], \(occasions.map(\.kind.rawValue))::text[],
        \(occasions.map(\.department.rawValue))::text[], \(occasions.map(\.about))::text[])
        WITH ORDINALITY AS n (occasion, kind, department, about, place)
      WHERE NOT EXISTS (
        SELECT FROM share.delivery d WHERE d.target = \(target) AND d.occasion = n.occasion)
      """)
    if made > 0 {
      try session.execute(
        "UPDATE share.target SET last_number = \(last + made) WHERE name = \(target)")
    }
    return made
  }

  /// Deliveries of occasions that no event tells of.
  /// - Parameter state: `skipped` for what is known already when a target begins to be told.
  /// - Returns: the deliveries made; nil where another sender has the target.
  package static func add(
    _ occasions: [Occasion], for target: ShareTarget, as state: ShareDelivery.State = .waiting,
    noting place: (name: String, position: Int)? = nil, under tenure: WorkTenure,
    in session: Session
  ) throws -> Int? {
    try session.transaction { session in
      guard try tenure.isHeld(in: session) else { return nil }
      let made = try add(occasions, to: target.name, as: state, session)
      if let place { try move(target.name, place.name, to: place.position, session) }
      return made
    }
  }
}

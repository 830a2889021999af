package import CivilTime
package import Postgres

/// What a log held at an earlier moment: a prefix, since `recorded_at` never decreases.
extension LogReader {
  /// The last position of each department that was recorded by the instant, 0 where there was
  /// none.
  package static func positions(
    recordedBy instant: Instant, in session: Session
  ) throws -> [String: Int] {
    let rows = try session.query(
      "SELECT p.department, p.\"position\" FROM log.positions(\(instant)::timestamptz) p"
    ) { (try $0.text(0), try $0.int(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// When the log learned of the event; nil for a position that it doesn't hold.
  package static func recordedAt(
    _ position: Int, of department: String, in session: Session
  ) throws -> Instant? {
    try session.first(
      """
      SELECT e.recorded_at FROM log.event e
      WHERE e.department = \(department) AND e."position" = \(position)
      """
    ) { try $0.instant(0) }
  }

  /// A stream's events up to a position of its log.
  package static func stream(
    _ stream: String, of department: String, upTo position: Int, in session: Session
  ) throws -> [RecordedEvent] {
    try read(
      """
      SELECT \(unescaped: columns) FROM log.event e
      WHERE e.department = \(department) AND e.stream = \(stream) AND e."position" <= \(position)
      ORDER BY e.stream_version
      """, in: session)
  }

  /// Events of one type within stretches of departments' logs, in the order they were recorded.
  /// Each stretch begins after its lower bound.
  package static func events(
    ofType type: String, within stretches: [String: Range<Int>], in session: Session
  ) throws -> [RecordedEvent] {
    let codes = stretches.keys.sorted()
    return try read(
      """
      SELECT \(unescaped: columns)
      FROM unnest(\(codes)::text[], \(codes.map { stretches[$0]!.lowerBound })::bigint[],
        \(codes.map { stretches[$0]!.upperBound })::bigint[]) AS s(department, after, last)
      JOIN log.event e ON e.department = s.department
        AND e."position" > s.after AND e."position" <= s.last
      WHERE e.type = \(type)
      ORDER BY e.recorded_at, e.department, e."position"
      """, in: session)
  }
}

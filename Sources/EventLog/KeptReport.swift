import Crypto
package import Postgres

/// The report of a closed review, kept beside the log. The log pins its hashes.
package struct KeptReport: Sendable, Equatable {
  package var department: String
  /// Such as `review-2026-W47`.
  package var stream: String
  package var form: Int
  /// RFC 8785 text, as the documents.
  package var report: String
  package var english: String
  package var japanese: String

  package init(
    department: String, stream: String, form: Int, report: String, english: String,
    japanese: String
  ) {
    self.department = department
    self.stream = stream
    self.form = form
    self.report = report
    self.english = english
    self.japanese = japanese
  }
}

extension KeptReport {
  /// Nil where none is kept.
  package static func find(
    _ stream: String, of department: String, in session: Session
  ) throws -> KeptReport? {
    try session.first(
      """
      \(unescaped: Self.columns) WHERE k.department = \(department) AND k.stream = \(stream)
      """, Self.init)
  }

  /// Those of a department, in the order of their streams.
  package static func all(of department: String, in session: Session) throws -> [KeptReport] {
    try session.query(
      """
      \(unescaped: Self.columns) WHERE k.department = \(department) ORDER BY k.stream
      """, Self.init)
  }

  /// SHA-256 of a text, lower-case hexadecimal.
  package static func hash(of text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: SHA256.hash(data: Array(text.utf8)).flatMap {
        [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
      }, as: UTF8.self)
  }

  private static let columns = """
    SELECT k.department, k.stream, k.form, k.report, k.document_en, k.document_ja FROM kept.report k
    """

  private init(_ row: borrowing Row) throws {
    self.init(
      department: try row.text(0), stream: try row.text(1), form: try row.int(2),
      report: try row.text(3), english: try row.text(4), japanese: try row.text(5))
  }

  /// - Returns: whether it is kept now, and wasn't before.
  /// - Throws: `AppendError.notKeepable`, `.forbidden`
  @discardableResult
  package func keep(in session: Session) throws -> Bool {
    try callingLog(department) {
      try session.first(
        """
        SELECT kept.keep(\(department), \(stream), \(form), \(report), \(english), \(japanese))
        """
      ) { try $0.bool(0) }
    } ?? false
  }

  /// Closed reviews of which no report is kept, in the order of their closing.
  package static func missing(
    in session: Session
  ) throws -> [(department: String, stream: String)] {
    let kept = Set(
      try session.query("SELECT k.department, k.stream FROM kept.report k") {
        StreamName(try $0.text(0), try $0.text(1))
      })
    return try session.query(
      """
      SELECT e.department, e.stream FROM log.event e
      WHERE e.stream >= 'review-' AND e.stream < 'review.' AND e.type = 'ReviewClosed'
      ORDER BY e.recorded_at, e.department, e."position"
      """
    ) { (department: try $0.text(0), stream: try $0.text(1)) }
    .filter { !kept.contains(StreamName($0.department, $0.stream)) }
  }
}

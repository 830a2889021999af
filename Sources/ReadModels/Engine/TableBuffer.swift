import Postgres

/// One table's rows during one batch: looked up together, changed in memory, written together.
struct TableBuffer<R: ProjectedRow> {
  let shape = TableShape(R.self)
  /// Rows looked up or made; nil where there is none.
  private var rows: [RowKey: R?] = [:]
  /// Keys in the order in which they were first changed.
  private var changed: [RowKey] = []
  private var seen: Set<RowKey> = []

  /// Applies the facts, which must be in the order of their log.
  static func changes(from facts: [Fact], in session: Session) throws -> [Statement] {
    try changes(from: facts.map { Touched(fact: $0, touches: R.touches(of: $0)) }, in: session)
  }

  static func changes(from touched: [Touched], in session: Session) throws -> [Statement] {
    guard touched.contains(where: { !$0.touches.isEmpty }) else { return [] }
    var buffer = TableBuffer()
    try buffer.look(up: buffer.unknownKeys(touched), in: session)
    for touched in touched {
      for touch in touched.touches { buffer.apply(touched.fact, touch.key) }
    }
    return buffer.statements
  }

  /// Keys whose row may stand in the table already.
  private func unknownKeys(_ touched: [Touched]) -> [RowKey] {
    var met: Set<RowKey> = []
    var unknown: [RowKey] = []
    for touch in touched.lazy.flatMap(\.touches)
    where met.insert(touch.key).inserted && !touch.isNew {
      unknown.append(touch.key)
    }
    return unknown
  }

  private mutating func look(up keys: [RowKey], in session: Session) throws {
    guard !keys.isEmpty else { return }
    let query = shape.lookUp(keys)
    let found = try session.query(query) { try R($0) }
    for row in found { rows[RowKey(row.cells.prefix(shape.keys.count).map { $0 ?? "" })] = row }
  }

  /// A row that a later fact made or changed knows better than this one.
  private mutating func apply(_ fact: Fact, _ key: RowKey) {
    if let row = rows[key] ?? nil, row.position > fact.position { return }
    if seen.insert(key).inserted { changed.append(key) }
    rows[key] = .some(R.apply(fact, to: rows[key] ?? nil, at: key))
  }

  private var statements: [Statement] {
    var kept: [[String?]] = []
    var removed: [RowKey] = []
    for key in changed {
      if let row = rows[key] ?? nil { kept.append(row.cells) } else { removed.append(key) }
    }
    return [shape.upsert(kept), shape.delete(removed)].compactMap { $0 }
  }
}

import CLibPQ

extension Session {
  /// Every row, mapped while it is at hand. With `prepared` the server parses the statement no
  /// more from its second use on a connection on.
  package func query<T>(
    _ query: Query, prepared: Bool = false, deadline: Duration? = nil,
    _ map: (borrowing Row) throws -> T
  ) throws -> [T] {
    var values: [T] = []
    try run(query, prepared: prepared, deadline: deadline) { result in
      values.reserveCapacity(Int(result.rowCount))
      try result.forEachRow { values.append(try map($0)) }
    }
    return values
  }

  /// The first row, or nil when there is none.
  package func first<T>(
    _ query: Query, prepared: Bool = false, deadline: Duration? = nil,
    _ map: (borrowing Row) throws -> T
  ) throws -> T? {
    var value: T?
    try run(query, prepared: prepared, deadline: deadline) { result in
      if result.rowCount > 0 { value = try map(Row(result: result.pointer, index: 0)) }
    }
    return value
  }

  /// Hands over rows as they arrive, so that memory doesn't grow with their number. The deadline
  /// is for each row.
  package func forEach(
    _ query: Query, prepared: Bool = false, deadline: Duration? = nil,
    _ body: (borrowing Row) throws -> Void
  ) throws {
    try run(query, prepared: prepared, deadline: deadline, singleRows: true) { result in
      try result.forEachRow(body)
    }
  }

  /// The number of rows inserted, changed, deleted or selected.
  @discardableResult
  package func execute(
    _ query: Query, prepared: Bool = false, deadline: Duration? = nil
  ) throws -> Int {
    var count = 0
    try run(query, prepared: prepared, deadline: deadline) { count = $0.affectedRows }
    return count
  }

  /// Several statements without parameters; outside a transaction all of them succeed or none.
  package func executeScript(_ sql: String, deadline: Duration? = nil) throws {
    try refuseNUL([.text(sql)])
    try exchange(deadline: deadline, send: { PQsendQuery($0, sql) }, receive: { _ in })
  }

  private func run(
    _ query: Query, prepared: Bool, deadline: Duration?, singleRows: Bool = false,
    receive: (borrowing ResultHandle) throws -> Void
  ) throws {
    try refuseNUL(query.binds)
    let name = prepared ? try preparedName(query, deadline) : nil
    try exchange(deadline: deadline) { connection in
      let sent = Self.send(query, name, on: connection)
      return sent == 1 && singleRows ? PQsetSingleRowMode(connection) : sent
    } receive: { result in
      try receive(result)
    }
  }

  func refuseNUL(_ binds: [Bind]) throws {
    for (index, bind) in binds.enumerated() {
      if case .text(var text) = bind, text.withUTF8({ $0.contains(0) }) {
        throw PostgresError.nulInText(parameter: index + 1)
      }
    }
  }

  static func send(_ query: Query, _ name: String?, on connection: OpaquePointer) -> Int32 {
    let parameters = Parameters(query.binds)
    return parameters.withPointers { types, values, lengths, formats in
      let count = Int32(query.binds.count)
      guard let name else {
        return PQsendQueryParams(
          connection, query.sql, count, types, values, lengths, formats, 0)
      }
      return PQsendQueryPrepared(connection, name, count, values, lengths, formats, 0)
    }
  }

  /// Nil at the first use, and behind a pooler, where the next transaction may be on a session that
  /// knows no such statement, or another's of that name.
  private func preparedName(_ query: Query, _ deadline: Duration?) throws -> String? {
    if let name = preparedNames[query.sql] { return name }
    if ranOnce.insert(query.sql).inserted { return nil }
    if try isPooled() { return nil }
    let name = "s\(preparedNames.count + 1)"
    let types = Parameters(query.binds).types
    try exchange(
      stage: .statement, deadline: deadline,
      send: { PQsendPrepare($0, name, query.sql, Int32(types.count), types) },
      receive: { _ in })
    preparedNames[query.sql] = name
    return name
  }
}

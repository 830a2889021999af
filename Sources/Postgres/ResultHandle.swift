import CLibPQ

/// A libpq result, freed when the handle goes.
struct ResultHandle: ~Copyable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }
  var rowCount: Int32 { PQntuples(pointer) }

  /// `COMMIT`, `INSERT 0 1` and the like; empty when there is none.
  var commandTag: String { String(cString: PQcmdStatus(pointer)) }

  /// Rows inserted, changed, deleted, selected or copied; 0 for other commands.
  var affectedRows: Int {
    guard let text = PQcmdTuples(pointer) else { return 0 }
    return Int(String(cString: text)) ?? 0
  }

  func forEachRow(_ body: (borrowing Row) throws -> Void) throws {
    for index in 0..<rowCount { try body(Row(result: pointer, index: index)) }
  }
}

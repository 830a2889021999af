/// What `log.append` lets in: names that need no quoting in a line, whole numbers, hashes of their
/// length.
enum EventForm {
  /// The first column that holds something else; nil when there is none.
  static func misfit(in event: EventColumns) -> EventColumns.Column? {
    if !isName(event[.stream], ".-_", limit: 128) { return .stream }
    if !isName(event[.type], "", limit: 64) { return .type }
    if !isName(event[.department], "-", limit: 32) { return .department }
    for column in [EventColumns.Column.schemaVersion, .streamVersion, .ordinal] {
      if event.number(column) == nil { return column }
    }
    if event.hexadecimal(.request, bytes: 32) == nil { return .request }
    if event.hexadecimal(.salt, bytes: 16) == nil, !event.isRedacted { return .salt }
    if event.hexadecimal(.leafHash, bytes: 32) == nil { return .leafHash }
    switch event.form {
    case 1:
      if !event.isAbsent(.door) { return .door }
      if !event.isAbsent(.salts) { return .salts }
    case 2: break
    default: return .form
    }
    return nil
  }

  private static func isName(
    _ text: ArraySlice<UInt8>, _ others: StaticString, limit: Int
  ) -> Bool {
    !text.isEmpty && text.count <= limit
      && text.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: others.withUTF8Buffer { $0.contains(byte) }
        }
      }
  }
}

extension JSON {
  /// Reads strict JSON: RFC 8259 with distinct keys, whole surrogate pairs, valid UTF-8, numbers
  /// within a double's range and at most 128 levels.
  package init(parsing text: String) throws(JSONParseError) {
    try self.init(parsing: text.utf8Span.span)
  }

  package init(parsing bytes: [UInt8]) throws(JSONParseError) {
    try self.init(parsing: bytes.span)
  }

  /// Reads bytes that stay valid for the call, such as a field of a database result.
  package init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(JSONParseError) {
    try self.init(parsing: bytes.span)
  }

  package init(parsing bytes: Span<UInt8>) throws(JSONParseError) {
    var parser = JSONParser()
    self = try parser.document(bytes)
  }
}

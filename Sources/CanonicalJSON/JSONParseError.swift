/// Why some bytes are not JSON, and where.
package struct JSONParseError: Error, Equatable, CustomStringConvertible {
  package enum Reason: Sendable, Equatable {
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case trailingBytes
    case tooDeep(limit: Int)
    case duplicateKey(String)
    case leadingZero
    case numberOutOfRange
    case controlCharacter(UInt8)
    case invalidEscape
    case loneSurrogate
    case invalidUTF8
  }

  /// Bytes from the start of the input; for a duplicate key, the end of its object.
  package var offset: Int
  package var reason: Reason

  package init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  package var description: String { "Not JSON at byte \(offset): \(reason)." }
}

extension JSONParseError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unexpectedEnd: "the input ends inside a value"
    case .unexpectedByte(let byte): "unexpected byte 0x\(String(byte, radix: 16))"
    case .trailingBytes: "something follows the value"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .duplicateKey(let key): "the key \"\(key)\" occurs twice in one object"
    case .leadingZero: "a number starts with a superfluous zero"
    case .numberOutOfRange: "a number is beyond the range of a double"
    case .controlCharacter(let byte):
      "a string holds the unescaped control character 0x\(String(byte, radix: 16))"
    case .invalidEscape: "a backslash starts no escape that JSON knows"
    case .loneSurrogate: "a \\u escape is half of a surrogate pair"
    case .invalidUTF8: "a string is not UTF-8"
    }
  }
}

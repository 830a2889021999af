import CanonicalJSON
import Testing

@Suite("Reading JSON")
struct JSONParserTests {
  typealias Reason = JSONParseError.Reason

  @Test(
    "Malformed text is refused with the place and the reason",
    arguments: [
      ("", 0, Reason.unexpectedEnd), ("  ", 2, .unexpectedEnd), ("[1", 2, .unexpectedEnd),
      ("{", 1, .unexpectedEnd), (#"{"a""#, 4, .unexpectedEnd), (#"{"a":"#, 5, .unexpectedEnd),
      (#""abc"#, 4, .unexpectedEnd), (#""a\"#, 3, .unexpectedEnd), ("tru", 3, .unexpectedEnd),
      ("-", 1, .unexpectedEnd), ("1.", 2, .unexpectedEnd), ("1e", 2, .unexpectedEnd),
      ("1e+", 3, .unexpectedEnd), (#""\u12"#, 5, .unexpectedEnd),
      ("[1,]", 3, .unexpectedByte(0x5D)), ("[,1]", 1, .unexpectedByte(0x2C)),
      ("[1 2]", 3, .unexpectedByte(0x32)), (#"{"a":1,}"#, 7, .unexpectedByte(0x7D)),
      ("{a:1}", 1, .unexpectedByte(0x61)), (#"{"a" 1}"#, 5, .unexpectedByte(0x31)),
      ("{1:1}", 1, .unexpectedByte(0x31)), ("nul!", 3, .unexpectedByte(0x21)),
      ("True", 0, .unexpectedByte(0x54)), ("NaN", 0, .unexpectedByte(0x4E)),
      ("+1", 0, .unexpectedByte(0x2B)), (".5", 0, .unexpectedByte(0x2E)),
      ("-a", 1, .unexpectedByte(0x61)), ("1.e5", 2, .unexpectedByte(0x65)),
      ("'a'", 0, .unexpectedByte(0x27)), ("/**/1", 0, .unexpectedByte(0x2F)),
      ("\u{FEFF}1", 0, .unexpectedByte(0xEF)), ("\u{A0}1", 0, .unexpectedByte(0xC2)),
      ("1 2", 2, .trailingBytes), ("{}]", 2, .trailingBytes), ("0x10", 1, .trailingBytes),
      ("nulll", 4, .trailingBytes), ("01", 0, .leadingZero), ("-00", 1, .leadingZero),
      ("1e309", 0, .numberOutOfRange), ("[-1e99999999999999999999]", 1, .numberOutOfRange),
      ("\"\n\"", 1, .controlCharacter(0x0A)), ("\"a\0\"", 2, .controlCharacter(0)),
      (#""\x""#, 2, .invalidEscape), (#""\u12g4""#, 5, .invalidEscape),
      (#""\ud800""#, 1, .loneSurrogate), (#""\udc00""#, 1, .loneSurrogate),
      (#""a\ud800\u0041""#, 2, .loneSurrogate), (#""\ud800\n ....""#, 1, .loneSurrogate),
      (#"{"a":1,"a":1}"#, 13, .duplicateKey("a")),
      (#"{"b":1,"a":1,"\u0062":1}"#, 24, .duplicateKey("b")),
    ])
  func malformed(_ text: String, offset: Int, reason: Reason) {
    #expect(throws: JSONParseError(offset: offset, reason: reason)) { try JSON(parsing: text) }
  }

  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE3, 0x81], [0xFF],
    ] as [[UInt8]])
  func invalidUTF8(_ inside: [UInt8]) {
    let plain = [0x22] + inside + [0x22]
    #expect(throws: JSONParseError(offset: 1, reason: .invalidUTF8)) { try JSON(parsing: plain) }
    let escaped = [0x22, 0x5C, 0x6E] + inside + [0x22]
    #expect(throws: JSONParseError(offset: 1, reason: .invalidUTF8)) { try JSON(parsing: escaped) }
  }

  @Test("Nesting is read to 128 levels and refused beyond")
  func depth() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(try JSON(parsing: nested(128)).kind == "array")
    #expect(throws: JSONParseError(offset: 128, reason: .tooDeep(limit: 128))) {
      try JSON(parsing: nested(129))
    }
    #expect(try JSON(parsing: "[" + nested(127) + "," + nested(127) + "]").kind == "array")
  }

  @Test("White space may stand around every token, and only that of JSON")
  func whiteSpace() throws {
    let spaced = " \t\r\n{ \"a\" : [ 1 , true ] , \"b\" : { } } \n"
    #expect(try JSON(parsing: spaced) == ["a": [1, true], "b": [:]])
  }

  @Test("Escapes are undone, surrogate pairs joined")
  func escapes() throws {
    let text = #""\"\\\/\b\f\n\r\t\u0041\u00E9\ud83d\ude00x\u0000""#
    #expect(try JSON(parsing: text) == "\"\\/\u{8}\u{C}\n\r\tAé😀x\0")
  }

  @Test(
    "A number is the nearest double, however it is written",
    arguments: [
      ("0", 0), ("-0", 0), ("0e999999999999", 0), ("1e-400", 0), ("0.1", 0.1), ("1E3", 1_000),
      ("9007199254740993", 9_007_199_254_740_992),
      ("123456789012345678901234567890", 0x1.8ee90ff6c373ep96),
      ("0.30000000000000004", 0.30000000000000004),
      ("1.7976931348623157e308", .greatestFiniteMagnitude),
      ("4.9e-324", .leastNonzeroMagnitude),
      ("2.2250738585072011e-308", Double.leastNormalMagnitude.nextDown),
      ("1e23", 1e23),
      ("100000000000000000000000e-23", 1),
    ] as [(String, Double)])
  func numbers(_ text: String, expected: Double) throws {
    #expect(try JSON(parsing: text) == .number(expected))
  }

  @Test("Keys that Unicode holds equivalent are different keys")
  func equivalentKeys() throws {
    let json = try JSON(parsing: #"{"\u00e9":1,"e\u0301":2}"#)
    #expect(json.object?.count == 2)
    #expect(json.object?["\u{E9}"] == 1)
    #expect(json.object?["e\u{301}"] == 2)
    #expect(JSON.string("\u{E9}") != JSON.string("e\u{301}"))
  }

  @Test("A truncated document is never accepted and never read beyond its end")
  func truncated() throws {
    let bytes = Array(#"{"a":[1.5e3,"x\u00e9\ud83d\ude00",true,null],"提案":{"b":-0.25}}"#.utf8)
    _ = try JSON(parsing: bytes)
    for count in 0..<bytes.count {
      #expect(throws: JSONParseError.self) { try JSON(parsing: Array(bytes.prefix(count))) }
      bytes.prefix(count).withUnsafeBufferPointer { prefix in
        _ = #expect(throws: JSONParseError.self) { try JSON(parsing: prefix) }
      }
    }
  }

  @Test("Many members are read in any order and a late duplicate is found")
  func manyMembers() throws {
    let members = (0..<5_000).reversed().map { #""k\#($0)":\#($0)"# }
    let json = try JSON(parsing: "{" + members.joined(separator: ",") + "}")
    #expect(json.object?["k4321"] == 4_321)
    #expect(throws: JSONParseError.self) {
      try JSON(parsing: "{" + members.joined(separator: ",") + #","k77":0}"#)
    }
  }
}

import CanonicalJSON
import Testing

@Suite("Canonical form")
struct CanonicalTests {
  @Test("A published document becomes the published bytes", arguments: Vector.all)
  func published(_ vector: Vector) throws {
    let json = try JSON(parsing: vector.input)
    #expect(json.canonicalBytes == vector.output)
    #expect(JSON.isCanonical(bytes: vector.output))
    #expect(!JSON.isCanonical(bytes: Array(vector.input.utf8)))
    #expect(try JSON(parsing: vector.output) == json)
  }

  @Test("A number is written as RFC 8785 lists it, and read back", arguments: appendixB)
  func numbers(bits: UInt64, text: String) throws {
    let number = Double(bitPattern: bits)
    #expect(JSON.number(number).canonical == text)
    #expect(try JSON(parsing: text) == .number(number))
  }

  @Test("NaN and the infinities can't become JSON")
  func nonFinite() throws {
    for number in [Double.nan, .infinity, -.infinity, Double(bitPattern: 0x7fff_ffff_ffff_ffff)] {
      #expect(throws: NonFiniteNumber.self) { try JSON(finite: number) }
    }
    #expect(try JSON(finite: 1.5) == 1.5)
  }

  @Test("Only quotes, backslashes and control characters are escaped, the shortest way")
  func escapes() {
    let text = (0..<0x20).map { String(Unicode.Scalar($0)) }.joined() + "\"\\/\u{7F}\u{2028}é😀"
    let expected =
      #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
      + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d"#
      + #"\u001e\u001f\"\\/"# + "\u{7F}\u{2028}é😀\""
    #expect(JSON.string(text).canonical == expected)
  }

  @Test("Keys are sorted by UTF-16 units, where surrogates come before U+E000")
  func keyOrder() throws {
    let keys = ["\u{FB33}", "\u{E000}", "😀", "\u{D7FF}", "é", "ab", "a", "", "Z"]
    let object = JSON(keys.reduce(into: JSONObject()) { $0[$1] = 1 })
    let sorted = keys.sorted { Array($0.utf16).lexicographicallyPrecedes(Array($1.utf16)) }
    let expected = "{" + sorted.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
    #expect(Array(object.canonical.utf16) == Array(expected.utf16))
  }

  @Test(
    "Anything but the canonical form is told from it",
    arguments: [
      #"{"b":1,"a":1}"#, #"{"a": 1}"#, #"{"a":1.0}"#, #"{"a":1}\#n"#, #""\u0041""#, #""\/""#,
      "-0", "1e2", "[1,]", "",
    ])
  func notCanonical(_ text: String) {
    #expect(!JSON.isCanonical(bytes: Array(text.utf8)))
  }

  @Test("A random value survives writing and reading; its form is a fixed point", arguments: 1...20)
  func roundTrip(seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    for _ in 0..<100 {
      let value = random.value(depth: 4)
      let bytes = value.canonicalBytes
      let read = try JSON(parsing: bytes)
      #expect(read == value, "seed \(seed)")
      #expect(read.canonicalBytes == bytes, "seed \(seed)")
      #expect(JSON.isCanonical(bytes: bytes), "seed \(seed)")
    }
  }

  @Test("A random double is read back bit for bit", arguments: 1...5)
  func doubles(seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    for _ in 0..<5_000 {
      let number = random.double()
      guard case .number(let read) = try JSON(parsing: JSON.number(number).canonical) else {
        Issue.record("\(number) is no number any more")
        continue
      }
      if read != number { Issue.record("\(number) became \(read), seed \(seed)") }
    }
  }
}

import Testing

@testable import CanonicalJSON

@Suite("Canonical at a glance")
struct CanonicalScannerTests {
  private func isSure(_ text: [UInt8]) -> Bool { CanonicalScanner.isSurelyCanonical(text.span) }

  @Test("It never holds canonical what isn't, and agrees with writing anew")
  func agrees() {
    let seed = UInt64.random(in: 0..<1 << 32)
    print("CanonicalScannerTests: seed \(seed)")
    var random = RandomJSON(seed: seed)
    for _ in 0..<2_000 {
      let text = random.value(depth: 4).canonicalBytes
      #expect(JSON.isCanonical(bytes: text))
      var spoiled = text
      let place = Int.random(in: 0..<spoiled.count, using: &random)
      spoiled[place] = [0x20, 0x30, 0x2D, 0x5C, 0x22, 0x65, 0x2E, 0xFF].randomElement(
        using: &random)!
      let isCanonical = (try? JSON(parsing: spoiled))?.canonicalBytes == spoiled
      #expect(JSON.isCanonical(bytes: spoiled) == isCanonical)
      #expect(isCanonical || !isSure(spoiled))
    }
  }

  @Test("Everyday payloads are known without making them")
  func everyday() {
    for text in [
      "{}", "[]", "null", #"{"a":1,"b":[true,false,null],"c":{"d":"提案\n\"x\""}}"#, "-12.5",
      "0.000001",
      "123456789012345", #"{"a":1,"ab":2}"#,
    ] { #expect(isSure(Array(text.utf8)), "\(text)") }
  }

  @Test("What RFC 8785 writes otherwise is never surely canonical")
  func others() {
    for text in [
      "", " 1", "1 ", "01", "-0", "1.0", "1e2", "0.0000001", "1.", ".5", "+1", "{", #"{"a":1,}"#,
      #"{"b":1,"a":2}"#, #"{"a":1,"a":2}"#, #"{"ab":1,"a":2}"#, #""\/""#, #""\u0041""#, "\"\t\"",
      "tru", "[1 ]", #"{"a" :1}"#, "1234567890123456789", #""\x""#, "[1,]", "1.50",
    ] { #expect(!isSure(Array(text.utf8)), "\(text)") }
    #expect(!isSure([0x22, 0xC3, 0x22]))
  }
}

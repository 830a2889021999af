import Testing

@testable import Terminal

@Suite("Characters that a line editor gets")
struct PromptCharacterTests {
  @Test("Each character of each length comes whole, and no byte further is read")
  func whole() {
    var bytes = Array("aé案😀\u{3}".utf8)[...]
    var taken: [Int32] = []
    for scalar in "aé案😀\u{3}".unicodeScalars {
      let before = bytes.count
      taken.append(PromptInput.character { bytes.popFirst() } ?? -1)
      #expect(before - bytes.count == String(scalar).utf8.count)
    }
    #expect(taken == "aé案😀\u{3}".unicodeScalars.map { Int32($0.value) })
    #expect(PromptInput.character { bytes.popFirst() } == nil)
  }

  @Test("Bytes that are no UTF-8 are passed over, and told")
  func invalid() {
    var bytes: ArraySlice<UInt8> = [0xFF, 0x80, 0xC0, 0x61]
    var told = 0
    #expect(
      PromptInput.character {
        bytes.popFirst()
      } invalid: {
        told += 1
      } == 0x61)
    #expect(told == 3)
  }
}

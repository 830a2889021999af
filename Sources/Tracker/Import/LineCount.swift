/// Counts identical lines, so that each gets an identity of its own. It keeps 128 bits of a line,
/// whose text it would take too much memory to keep: with ten million lines the chance that two
/// different ones meet is below 10^-24.
struct LineCount {
  private struct Digest: Hashable {
    let first: Int
    let second: Int
  }

  private var counts: [Digest: Int32] = [:]

  /// How often the text has come, this time included.
  mutating func next(_ text: String) -> Int {
    let digest = Digest(first: Self.hash(text, 1), second: Self.hash(text, 2))
    let count = counts[digest, default: 0] + 1
    counts[digest] = count
    return Int(count)
  }

  /// SipHash, under one of two keys.
  private static func hash(_ text: String, _ key: Int) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var hasher = Hasher()
      hasher.combine(key)
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      return hasher.finalize()
    }
  }
}

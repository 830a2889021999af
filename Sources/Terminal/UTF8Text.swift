/// The bytes of a range as text; nil where they aren't UTF-8.
func utf8Text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
  guard let text = try? UTF8Span(validating: bytes.extracting(range)) else { return nil }
  return String(copying: text)
}

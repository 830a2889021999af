/// Text made to fit, cut where a sentence ends.
enum TextCut {
  private static let ends = Set("。！？.!?".unicodeScalars)
  private static let mark = "…"

  /// The beginning that fits, up to a sentence's end; where the first sentence is too long itself, up to
  /// where a word ends, with a mark.
  /// - Parameters:
  ///   - limit: from 1 on.
  ///   - size: what a text's length is counted in; UTF-16 by default, which no service counts above.
  static func fit(
    _ text: String, _ limit: Int, by size: (Substring) -> Int = { $0.utf16.count }
  ) -> String {
    if size(text[...]) <= limit { return text }
    let room = longest(text, limit, size)
    if let end = sentenceEnd(in: room) { return String(room[..<end]) }
    let shorter = longest(text, max(0, limit - size(mark[...])), size)
    let isWhole = shorter.endIndex < text.endIndex && text[shorter.endIndex].isWhitespace
    let word = isWhole ? shorter : shorter.lastIndex(where: \.isWhitespace).map { shorter[..<$0] }
    let kept = word.flatMap { $0.utf8.count * 2 > shorter.utf8.count ? $0 : nil } ?? shorter
    return kept.isEmpty ? String(room) : String(kept) + mark
  }

  /// The longest beginning of whole characters that fits, found by halving.
  private static func longest(
    _ text: String, _ limit: Int, _ size: (Substring) -> Int
  ) -> Substring {
    let places = Array(text.indices) + [text.endIndex]
    var (low, high) = (0, places.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if size(text[..<places[middle]]) <= limit { low = middle } else { high = middle - 1 }
    }
    return text[..<places[low]]
  }

  /// Behind the last sentence that is whole; nil for none.
  private static func sentenceEnd(in text: Substring) -> Substring.Index? {
    var end: Substring.Index?
    for index in text.unicodeScalars.indices where ends.contains(text.unicodeScalars[index]) {
      let next = text.unicodeScalars.index(after: index)
      let isWide = !text.unicodeScalars[index].isASCII
      let isLast = next == text.endIndex
      if isWide || !isLast && text.unicodeScalars[next].properties.isWhitespace { end = next }
    }
    return end
  }
}

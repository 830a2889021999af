/// Where a line may end: English at spaces, Japanese between any two characters save where
/// kinsoku (JIS X 4051) forbids it.
enum LineBreaking {
  /// A stretch of text no line ends in, and the spaces after it.
  struct Segment: Equatable {
    var text = ""
    var spaces = 0
  }

  static let neverFirst = Set<Character>(
    "、。，．・：；？！ー々〻ゝゞヽヾ゛゜…‥〜～）」』】〕］｝〉》〙〗’”ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ､｡･｣ｰﾞﾟｧｨｩｪｫｬｭｮｯ!%),.:;?]}％℃")
  static let neverLast = Set<Character>("（「『【〔［｛〈《〘〖‘“｢([{￥＄$#＃")

  static func segments(of line: some StringProtocol) -> [Segment] {
    var found: [Segment] = []
    var current = Segment()
    for character in line {
      if character == " " {
        current.spaces += 1
        continue
      }
      if mayBreak(after: current, before: character) {
        found.append(current)
        current = Segment()
      }
      current.text.append(character)
    }
    return found + [current]
  }

  private static func mayBreak(after segment: Segment, before next: Character) -> Bool {
    if segment.spaces > 0 { return true }
    guard let last = segment.text.last else { return false }
    if neverFirst.contains(next) || neverLast.contains(last) { return false }
    return isEastAsian(last) || isEastAsian(next)
  }

  /// Whether the character belongs to a script written without spaces.
  private static func isEastAsian(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first else { return false }
    return displayWidth(character) == 2 || (0xFF61...0xFF9F).contains(first.value)
  }
}

/// Reads fixed forms of ASCII text from left to right; each step consumes only if it succeeds.
struct Scanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }
  var next: UInt8? { rest.first }

  /// Consumes the character if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Consumes one of the words if it comes next.
  mutating func takeAny(_ words: String...) -> Bool {
    for word in words where rest.starts(with: word.utf8) {
      rest = rest.dropFirst(word.utf8.count)
      return true
    }
    return false
  }

  /// Consumes the bytes that pass and says how many.
  mutating func skip(while passes: (UInt8) -> Bool) -> Int {
    let passed = rest.prefix(while: passes)
    rest = rest.dropFirst(passed.count)
    return passed.count
  }

  /// All digits that follow, at least one and at most `limit`.
  mutating func digits(upTo limit: Int = 18) -> (value: Int, count: Int)? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...limit).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
  }

  /// A number of exactly `count` digits, no matter what follows.
  mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `YYYY-MM-DD`, a day that exists.
  mutating func date() -> LocalDate? {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return nil }
    return LocalDate(year: year, month: month, day: day)
  }
}

/// How a file's lines are cut, by a piece of UTF-8 from its beginning.
struct Dialect: Equatable {
  var delimiter: Delimiter
  var lineEnd: LineEnd
  /// Bytes of a line `sep=;` that Excel understands and that is no data; 0 where there is none.
  var preface = 0

  init(of bytes: ArraySlice<UInt8>, delimiter wanted: Delimiter?) throws(TableFault) {
    let survey = Survey(bytes)
    lineEnd = survey.lineEnd
    if let line = Self.preface(bytes, lineEnd) {
      preface = line.count
      if let wanted { delimiter = wanted } else { delimiter = try Delimiter(named: line.named) }
    } else if let wanted {
      delimiter = wanted
    } else {
      delimiter = try survey.delimiter
    }
  }

  /// The line `sep=;` at the beginning, in quotes or not, and what it names.
  private static func preface(
    _ bytes: ArraySlice<UInt8>, _ end: LineEnd
  ) -> (count: Int, named: String)? {
    let terminator = end == .lineFeed ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
    let line = bytes.prefix(16).prefix { $0 != terminator }
    var text = String(decoding: line, as: UTF8.self).filter { $0 != "\"" && $0 != "\r" }
    guard text.lowercased().hasPrefix("sep=") else { return nil }
    text.removeFirst(4)
    return (min(line.count + 1, bytes.count), text)
  }
}

/// What stands outside quotes in the first lines of a file.
private struct Survey {
  private static let rows = 200
  /// Of each line with something in it: how often each delimiter stands there.
  private var counts: [[Delimiter: Int]] = []
  private var hasLineFeed = false
  private var hasLoneReturn = false
  /// A comma with something else than a digit on one of its sides.
  private var hasPlainComma = false

  init(_ bytes: ArraySlice<UInt8>) {
    var row: [Delimiter: Int] = [:]
    var (isEmpty, isQuoted, isFieldStart) = (true, false, true)
    for (place, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "\""), isQuoted || isFieldStart { isQuoted.toggle() }
      if isQuoted {
        (isEmpty, isFieldStart) = (false, false)
        continue
      }
      if let delimiter = Delimiter(rawValue: byte) {
        row[delimiter, default: 0] += 1
        isFieldStart = true
        if byte == Delimiter.comma.rawValue, !Self.isBetweenDigits(place, bytes) {
          hasPlainComma = true
        }
      } else if byte == 0x0A || byte == 0x0D {
        note(byte, next: bytes[place...].dropFirst().first)
        if !isEmpty { counts.append(row) }
        (row, isEmpty, isFieldStart) = ([:], true, true)
        if counts.count >= Self.rows { return }
      } else {
        (isEmpty, isFieldStart) = (false, byte == UInt8(ascii: "\""))
      }
    }
    // A line that the piece cuts says little of its delimiters.
    if !isEmpty, counts.isEmpty { counts.append(row) }
  }

  private mutating func note(_ byte: UInt8, next: UInt8?) {
    if byte == 0x0A { hasLineFeed = true } else if next != 0x0A { hasLoneReturn = true }
  }

  private static func isBetweenDigits(_ place: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
    guard place > bytes.startIndex, place + 1 < bytes.endIndex else { return false }
    return [bytes[place - 1], bytes[place + 1]].allSatisfy { (0x30...0x39).contains($0) }
  }

  var lineEnd: LineEnd { hasLoneReturn && !hasLineFeed ? .carriageReturn : .lineFeed }

  /// The delimiter that the first line has, and as many times the most of the others.
  var delimiter: Delimiter {
    get throws(TableFault) {
      guard let first = counts.first else { return .comma }
      var candidates = Delimiter.allCases.filter { first[$0, default: 0] > 0 }
      if candidates.count > 1, !hasPlainComma { candidates.removeAll { $0 == .comma } }
      let ranked = candidates.map { (delimiter: $0, like: alike($0)) }
        .sorted { $0.like > $1.like }
      guard let best = ranked.first else { return .comma }
      if ranked.count > 1, ranked[1].like == best.like {
        throw .delimiterUnclear(best.delimiter, ranked[1].delimiter)
      }
      return best.delimiter
    }
  }

  /// How many lines have the delimiter as often as the first.
  private func alike(_ delimiter: Delimiter) -> Int {
    counts.count { $0[delimiter] == counts[0][delimiter] }
  }
}

/// One line of a text file, numbered from 1, without its line end.
package enum TextLine: Equatable, Sendable {
  case line(number: Int, text: String)
  case fault(number: Int, LineFault)
}

/// Why a line can't be read. The reader goes on with the next.
package enum LineFault: Error, Equatable, Sendable {
  case invalidUTF8
  case tooLong(limit: Int)
}

/// Splits a file that comes in chunks of any size into lines ended by LF or CR LF. A byte order
/// mark is passed over; empty lines are lines.
package struct LineReader: Sendable {
  private let limit: Int
  private var bytes: [UInt8] = []
  private var number = 1
  private var isTooLong = false

  /// `limit` is the number of bytes a line may have, a CR counted, the LF not.
  package init(limit: Int = 1 << 20) { self.limit = limit }

  /// Reads on, and gives each line that ends in the chunk to `body`.
  package mutating func feed(_ chunk: Span<UInt8>, _ body: (TextLine) -> Void) {
    var start = 0
    for index in chunk.indices where chunk[index] == 0x0A {
      take(chunk, start..<index)
      end(body)
      start = index + 1
    }
    take(chunk, start..<chunk.count)
  }

  private mutating func take(_ chunk: Span<UInt8>, _ range: Range<Int>) {
    if range.count > limit - bytes.count { isTooLong = true }
    if !isTooLong { bytes.append(chunk, range) }
  }

  /// Ends the file, whose last line may lack its line end.
  package mutating func finish(_ body: (TextLine) -> Void) {
    // DOS ends a text with ^Z.
    while bytes.last == 0x1A { bytes.removeLast() }
    if !bytes.isEmpty || isTooLong { end(body) }
  }

  private mutating func end(_ body: (TextLine) -> Void) {
    body(line())
    bytes.removeAll(keepingCapacity: true)
    isTooLong = false
    number += 1
  }

  private func line() -> TextLine {
    if isTooLong { return .fault(number: number, .tooLong(limit: limit)) }
    let start = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = bytes.last == 0x0D ? bytes.count - 1 : bytes.count
    return utf8Text(bytes.span, start..<end)
      .map { .line(number: number, text: $0) } ?? .fault(number: number, .invalidUTF8)
  }
}

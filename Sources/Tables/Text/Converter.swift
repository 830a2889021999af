import Glibc

/// Text of another encoding on its way to UTF-8, by the C library's iconv. What stands for nothing
/// becomes the byte FF, which no UTF-8 has: the row that holds it is refused then.
///
/// Pointers are handed to iconv within one call and kept by nobody.
final class Converter {
  private let encoding: TextEncoding
  private let handle: iconv_t
  /// The beginning of a character whose rest has not come yet.
  private var rest: [UInt8] = []
  private var output = [UInt8](repeating: 0, count: 64 * 1024)

  init(from encoding: TextEncoding) throws(TableFault) {
    self.encoding = encoding
    guard let handle = iconv_open("UTF-8", encoding.rawValue), handle != iconv_t(bitPattern: -1)
    else { throw .noConversion(encoding) }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  func feed(_ chunk: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    guard rest.isEmpty else {
      let joined = rest + chunk
      rest = []
      return convert(joined[...], body)
    }
    convert(chunk, body)
  }

  func finish(_ body: (ArraySlice<UInt8>) -> Void) {
    if !rest.isEmpty { body([0xFF]) }
    rest = []
  }

  private func convert(_ input: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var left = input
    while !left.isEmpty {
      let (taken, made, fault) = step(left)
      if made > 0 { body(output[..<made]) }
      left = left.dropFirst(taken)
      switch fault {
      case EILSEQ:
        body([0xFF])
        left = left.dropFirst(encoding.unit)
      case EINVAL:
        rest = Array(left)
        return
      default: break
      }
    }
  }

  /// One call of iconv.
  /// - Returns: bytes taken, bytes made, and why it stopped; 0 where nothing is left.
  private func step(_ input: ArraySlice<UInt8>) -> (taken: Int, made: Int, fault: Int32) {
    input.withUnsafeBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = UnsafeMutablePointer(
          mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self))
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (inLeft, outLeft) = (source.count, target.count)
        let result = iconv(handle, &from, &inLeft, &to, &outLeft)
        let fault = result == -1 ? errno : 0
        return (source.count - inLeft, target.count - outLeft, fault)
      }
    }
  }
}

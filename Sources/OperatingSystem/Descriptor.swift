import Glibc
import SystemPackage

/// Why nothing more could be written.
package enum WriteFault: Error, Equatable, Sendable {
  /// Nobody reads the pipe any longer.
  case closedPipe
  /// The system's error number, such as `ENOSPC`.
  case failed(Int32)
}

/// The system's error number of a read that failed.
package struct ReadFault: Error, Equatable, Sendable {
  package let number: Int32
}

/// Whole reads and writes on file descriptors.
package enum Descriptor {
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns and rows of the terminal; nil where there is none or it doesn't know its size.
  package static func terminalSize(_ descriptor: Int32) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Writes every byte, however often the system takes only a part or is interrupted.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      do {
        let file = FileDescriptor(rawValue: descriptor)
        let count = try rest.withUnsafeBytes { try file.write($0) }
        rest = rest.dropFirst(count)
      } catch { try retry((error as? Errno) ?? .ioError, descriptor) }
    }
  }

  /// Returns when a write is worth another try.
  private static func retry(_ number: Errno, _ descriptor: Int32) throws(WriteFault) {
    switch number {
    case .resourceTemporarilyUnavailable:
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&waiting, 1, -1)
    case .brokenPipe: throw .closedPipe
    default: throw .failed(number.rawValue)
    }
  }

  /// Fills the start of the buffer and returns how many bytes came; 0 at the end of the input.
  package static func read(
    from descriptor: Int32, into buffer: inout [UInt8]
  ) throws(ReadFault) -> Int {
    do {
      return try buffer.withUnsafeMutableBytes {
        try FileDescriptor(rawValue: descriptor).read(into: $0)
      }
    } catch { throw ReadFault(number: ((error as? Errno) ?? .ioError).rawValue) }
  }

  /// Every byte of a file.
  package static func contents(of path: String) throws -> [UInt8] {
    let file: FileDescriptor
    do { file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec) } catch {
      throw SystemError("open \(path)", code: ((error as? Errno) ?? .ioError).rawValue)
    }
    defer { try? file.close() }
    var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 16_384))
    while true {
      let count = try read(from: file.rawValue, into: &chunk)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// What the system calls the error, in its own words.
  package static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}

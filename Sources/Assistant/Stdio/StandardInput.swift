import Glibc
import OperatingSystem
import Postgres

/// Lines of standard input, waited for no longer than asked.
struct StandardInput {
  enum Wait: Equatable {
    case line([UInt8])
    case end, silence, tooLong
  }

  /// Bytes of one message.
  private static let most = 4_000_000
  private var held: [UInt8] = []
  private var isSkipping = false
  private var hasEnded = false
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  let descriptor: Int32

  init(_ descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// - Parameter patience: milliseconds; 0 for what is there already.
  mutating func next(within patience: Int32) -> Wait {
    while true {
      if let end = held.firstIndex(of: 0x0A) {
        let line = Array(held[..<end])
        held.removeFirst(end + 1)
        if isSkipping {
          isSkipping = false
          return .tooLong
        }
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
        return .line(line)
      }
      if held.count > Self.most { (held, isSkipping) = ([], true) }
      if hasEnded { return .end }
      if !isReady(within: patience) { return .silence }
      let count = (try? Descriptor.read(from: descriptor, into: &buffer)) ?? 0
      if count == 0 { hasEnded = true } else { held += buffer[..<count] }
    }
  }

  private func isReady(within patience: Int32) -> Bool {
    var left = patience
    while true {
      if Interruption.wasReceived { return true }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let step = min(left, 500)
      if poll(&waiting, 1, step) > 0 { return true }
      left -= step
      if left <= 0 { return false }
    }
  }
}

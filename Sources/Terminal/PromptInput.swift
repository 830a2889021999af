import Glibc
import Synchronization

/// Set by the signal handler; a global because a C handler can't carry state.
private let interruptSeen = Atomic<Bool>(false)

/// One line of a person's answer.
enum PromptInput {
  enum Line: Equatable {
    case text(String)
    case invalid
    case endOfInput
    case interrupted
  }

  /// Reads up to a line feed, no byte further. While it waits, Ctrl-C ends the wait, not the
  /// process. An unfinished line at the end of the input counts as a line.
  static func line(from descriptor: Int32) -> Line {
    interruptSeen.store(false, ordering: .relaxed)
    return whileCatchingInterrupts {
      var bytes: [UInt8] = []
      var byte: [UInt8] = [0]
      while true {
        let count = read(descriptor, &byte, 1)
        if interruptSeen.load(ordering: .relaxed) { return .interrupted }
        if count < 0, errno == EINTR { continue }
        if count <= 0, bytes.isEmpty { return .endOfInput }
        if count <= 0 || byte[0] == 0x0A { return decode(bytes) }
        bytes.append(byte[0])
      }
    }
  }

  private static func decode(_ bytes: [UInt8]) -> Line {
    let text = bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
    return String(validating: text, as: UTF8.self).map(Line.text) ?? .invalid
  }

  private static func whileCatchingInterrupts(_ body: () -> Line) -> Line {
    var catching = sigaction()
    var before = sigaction()
    catching.__sigaction_handler.sa_handler = { _ in
      interruptSeen.store(true, ordering: .relaxed)
    }
    sigaction(SIGINT, &catching, &before)
    defer { sigaction(SIGINT, &before, nil) }
    return body()
  }
}

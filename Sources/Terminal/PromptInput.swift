import Glibc
import OperatingSystem
import Synchronization

/// Where the signal handler writes; a global because a C handler can't carry state. -1 for none.
private let wakeDescriptor = Atomic<Int32>(-1)

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
    whileCatchingInterrupts { wake in
      var bytes: [UInt8] = []
      while true {
        guard waitForInput(descriptor, wake) else { return .interrupted }
        var byte: [UInt8] = [0]
        let count = (try? Descriptor.read(from: descriptor, into: &byte)) ?? 0
        if count == 0, bytes.isEmpty { return .endOfInput }
        if count == 0 || byte[0] == 0x0A { return decode(bytes) }
        bytes.append(byte[0])
      }
    }
  }

  /// False when Ctrl-C came first. The signal may reach any thread, so a pipe brings it here.
  private static func waitForInput(_ descriptor: Int32, _ wake: Int32) -> Bool {
    var waiting = [descriptor, wake].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&waiting, nfds_t(waiting.count), -1) < 0, errno == EINTR {}
    return waiting[1].revents == 0
  }

  private static func decode(_ bytes: [UInt8]) -> Line {
    let text = bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
    return String(validating: text, as: UTF8.self).map(Line.text) ?? .invalid
  }

  private static func whileCatchingInterrupts(_ body: (Int32) -> Line) -> Line {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .endOfInput }
    wakeDescriptor.store(ends[1], ordering: .sequentiallyConsistent)
    var catching = sigaction()
    var before = sigaction()
    catching.__sigaction_handler.sa_handler = { _ in
      var byte: UInt8 = 0
      _ = write(wakeDescriptor.load(ordering: .sequentiallyConsistent), &byte, 1)
    }
    sigaction(SIGINT, &catching, &before)
    defer {
      sigaction(SIGINT, &before, nil)
      wakeDescriptor.store(-1, ordering: .sequentiallyConsistent)
      for end in ends { close(end) }
    }
    return body(ends[0])
  }
}

import Glibc
import OperatingSystem
import Synchronization

/// Where the signal handler writes; a global because a C handler can't carry state. -1 for none.
private let wakeDescriptor = Atomic<Int32>(-1)
/// Where what it writes is read.
private let wokenDescriptor = Atomic<Int32>(-1)
/// Whether the line that is edited held bytes that are no UTF-8.
private let sawInvalid = Atomic<Bool>(false)

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

  /// One character as soon as it is typed; Enter is a line's end. Of a key that sends several, as an
  /// arrow does, nothing is left for the next question.
  static func key(from descriptor: Int32) -> Line {
    whileCatchingInterrupts { wake in
      let before = setUnbuffered(descriptor)
      defer { if var before { tcsetattr(descriptor, TCSADRAIN, &before) } }
      var (isInvalid, isInterrupted) = (false, false)
      let found = character {
        guard waitForInput(descriptor, wake) else {
          isInterrupted = true
          return nil
        }
        return byte(from: descriptor)
      } invalid: {
        isInvalid = true
      }
      if isInterrupted { return .interrupted }
      guard let found, let scalar = Unicode.Scalar(UInt32(found)) else { return .endOfInput }
      return isInvalid ? .invalid : pressed(scalar, descriptor)
    }
  }

  private static func pressed(_ scalar: Unicode.Scalar, _ descriptor: Int32) -> Line {
    switch scalar {
    // Without a line the terminal hands on what ends the input; one that came before, as a zero byte.
    case "\u{04}", "\u{00}": return .endOfInput
    case "\r": return .text("\n")
    case "\u{1B}":
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      while poll(&waiting, 1, 0) > 0, byte(from: descriptor) != nil {}
      return .invalid
    default: return .text(String(scalar))
    }
  }

  /// Has the terminal hand on each character without showing it; nil where it is none.
  private static func setUnbuffered(_ descriptor: Int32) -> termios? {
    var before = termios()
    guard tcgetattr(descriptor, &before) == 0 else { return nil }
    var now = before
    now.c_lflag &= ~tcflag_t(ICANON | ECHO)
    // What was typed ahead stays.
    tcsetattr(descriptor, TCSADRAIN, &now)
    return before
  }

  private static func byte(from descriptor: Int32) -> UInt8? {
    var byte: [UInt8] = [0]
    return ((try? Descriptor.read(from: descriptor, into: &byte)) ?? 0) == 1 ? byte[0] : nil
  }

  /// A line with line editing, where the terminal can do it; the question is part of the line.
  static func edited(asking question: String) -> Line {
    whileCatchingInterrupts { wake in
      sawInvalid.store(false, ordering: .sequentiallyConsistent)
      if let bytes = LineEditor.line(asking: question) {
        return sawInvalid.load(ordering: .sequentiallyConsistent) ? .invalid : decode(bytes)
      }
      var interrupt = pollfd(fd: wake, events: Int16(POLLIN), revents: 0)
      return poll(&interrupt, 1, 0) > 0 ? .interrupted : .endOfInput
    }
  }

  /// What a line editor calls for the next character: its code point, or -1 at the end of the input and
  /// when Ctrl-C came first. Bytes that are no UTF-8 are passed over, and the line is refused for them.
  /// Not a byte further is read.
  static let nextCharacter: @convention(c) (UnsafeMutablePointer<FILE>?) -> Int32 = { stream in
    guard let stream else { return -1 }
    let woken = wokenDescriptor.load(ordering: .sequentiallyConsistent)
    return character {
      byte(from: fileno(stream), woken)
    } invalid: {
      sawInvalid.store(true, ordering: .sequentiallyConsistent)
    } ?? -1
  }

  /// The next character of bytes as they come; nil at their end.
  /// - Parameter invalid: told of bytes that are no UTF-8.
  static func character(_ next: () -> UInt8?, invalid: () -> Void = {}) -> Int32? {
    while let lead = next() {
      let more = lead < 0x80 ? 0 : lead < 0xC2 ? nil : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
      guard let more, lead < 0xF5 else {
        invalid()
        continue
      }
      var bytes = [lead]
      while bytes.count <= more, let byte = next() { bytes.append(byte) }
      if let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first {
        return Int32(scalar.value)
      }
      invalid()
    }
    return nil
  }

  private static func byte(from descriptor: Int32, _ wake: Int32) -> UInt8? {
    waitForInput(descriptor, wake) ? byte(from: descriptor) : nil
  }

  private static func decode(_ bytes: [UInt8]) -> Line {
    let text = bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
    return String(validating: text, as: UTF8.self).map(Line.text) ?? .invalid
  }

  private static func whileCatchingInterrupts(_ body: (Int32) -> Line) -> Line {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .endOfInput }
    wakeDescriptor.store(ends[1], ordering: .sequentiallyConsistent)
    wokenDescriptor.store(ends[0], ordering: .sequentiallyConsistent)
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

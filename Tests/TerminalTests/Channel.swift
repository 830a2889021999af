import Glibc
import Testing

/// Two connected file descriptors: a pipe, or the two sides of a pseudo-terminal.
struct Channel {
  /// Where the test stands: the reading end of a pipe, the person's side of a terminal.
  let near: Int32
  /// Where the code under test stands.
  let far: Int32

  static func pipe() -> Channel {
    var ends: [Int32] = [0, 0]
    #expect(Glibc.pipe(&ends) == 0)
    return Channel(near: ends[0], far: ends[1])
  }

  /// A terminal of 40 columns that doesn't echo.
  static func terminal() -> Channel {
    let near = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var locked: Int32 = 0
    var number: Int32 = 0
    #expect(ioctl(near, 0x4004_5431, &locked) == 0, "TIOCSPTLCK")
    #expect(ioctl(near, 0x8004_5430, &number) == 0, "TIOCGPTN")
    let far = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: 20, ws_col: 40, ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(far, UInt(TIOCSWINSZ), &size) == 0)
    var settings = termios()
    tcgetattr(far, &settings)
    settings.c_lflag &= ~tcflag_t(ECHO)
    settings.c_oflag &= ~tcflag_t(OPOST)
    tcsetattr(far, TCSANOW, &settings)
    return Channel(near: near, far: far)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(near, bytes, bytes.count) == bytes.count)
  }

  /// What the far side has written so far, at most 64 KiB.
  func written() -> String {
    var waiting = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while poll(&waiting, 1, 0) > 0 {
      let count = read(near, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func close() {
    Glibc.close(near)
    Glibc.close(far)
  }
}

/// Starts a shell command beside the test and returns its process.
@discardableResult func run(_ command: String) -> pid_t {
  var process: pid_t = 0
  let words: [String] = ["sh", "-c", command]
  let arguments = words.map { strdup($0) }
  defer { for argument in arguments { free(argument) } }
  let status = posix_spawn(&process, "/bin/sh", nil, nil, arguments + [nil], [nil])
  #expect(status == 0)
  return process
}

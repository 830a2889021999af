import Glibc
import Postgres
import Synchronization
import TestSupport

/// Stands between one client and the server and hangs up on both after a number of bytes.
final class CuttingProxy: Sendable {
  enum Side: String, Sendable { case client, server }

  private struct State {
    /// Bytes passed on since arming, by who sent them.
    var passed: [Side: Int] = [.client: 0, .server: 0]
    /// Nil passes everything on.
    var limit: (side: Side, bytes: Int)?
    var isArmed = false
  }

  /// Where the client connects to.
  let target: Target
  private let directory: String
  private let listener: Int32
  private let state = Mutex(State())

  init(to target: Target) throws {
    var template = Array("/tmp/pdca-cut-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CuttingProxyError(step: "make a directory") }
    directory = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    self.target = target.setting("host", to: directory)
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    let bound = Self.withAddress(directory) { Glibc.bind(listener, $0, $1) }
    guard bound == 0, listen(listener, 8) == 0 else { throw CuttingProxyError(step: "listen") }
    let upstream = target.settings["host"] ?? ""
    startThread { [weak self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0, let self else { return }
        self.relay(client, upstream)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    Glibc.close(listener)
    unlink(directory + "/.s.PGSQL.5432")
    rmdir(directory)
  }

  /// Counts from now on, and hangs up once the side's bytes have been passed on.
  func arm(_ side: Side? = nil, after bytes: Int = 0) {
    state.withLock {
      $0 = State(limit: side.map { ($0, bytes) }, isArmed: true)
    }
  }

  /// Bytes passed on since arming.
  func passed(_ side: Side) -> Int { state.withLock { $0.passed[side] ?? 0 } }

  private func relay(_ client: Int32, _ upstream: String) {
    let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    _ = Self.withAddress(upstream) { connect(server, $0, $1) }
    var ends = [
      pollfd(fd: client, events: Int16(POLLIN), revents: 0),
      pollfd(fd: server, events: Int16(POLLIN), revents: 0),
    ]
    while !isSpent, poll(&ends, 2, 20) >= 0 {
      if ends[0].revents != 0, !pass(.client, from: client, to: server) { break }
      if ends[1].revents != 0, !pass(.server, from: server, to: client) { break }
    }
    Glibc.close(client)
    Glibc.close(server)
  }

  /// Whether the limit is reached.
  private var isSpent: Bool {
    state.withLock { state in
      state.limit.map { state.passed[$0.side] ?? 0 >= $0.bytes } ?? false
    }
  }

  /// False when a side has ended.
  private func pass(_ side: Side, from source: Int32, to sink: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let wanted = state.withLock { state in
      guard let limit = state.limit, limit.side == side else { return buffer.count }
      return min(buffer.count, limit.bytes - (state.passed[side] ?? 0))
    }
    let count = read(source, &buffer, wanted)
    guard count > 0 else { return false }
    // Counted before they are there, or who got them could ask before they are counted.
    state.withLock { if $0.isArmed { $0.passed[side, default: 0] += count } }
    return write(sink, buffer, count) == count
  }

  private static func withAddress<T>(
    _ directory: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> T
  ) -> T {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: (directory + "/.s.PGSQL.5432").utf8)
    }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}

/// Which step of setting the proxy up failed.
struct CuttingProxyError: Error {
  let step: String
}

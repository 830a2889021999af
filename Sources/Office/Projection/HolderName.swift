import Glibc

/// What a process that holds tenures is called, to the database and to people.
package enum HolderName {
  /// Unlike any other, also one of this process's number on this machine before: `host/123/k3x9`.
  package static func make() -> String {
    var host = [CChar](repeating: 0, count: 64)
    gethostname(&host, host.count - 1)
    let text = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return "\(text)/\(getpid())/" + String(UInt32.random(in: 1...UInt32.max), radix: 36)
  }
}

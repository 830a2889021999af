import Dispatch
import Glibc

/// An address of the network, without a port.
package struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  /// 4 of IPv4, 16 of IPv6, in the network's order. An IPv4 address within an IPv6 one (`::ffff:…`) is taken
  /// for the IPv4 address that it is.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) {
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    self.bytes = bytes.count == 16 && bytes.starts(with: mapped) ? Array(bytes[12...]) : bytes
  }

  /// As it is written: `192.0.2.1`, `2001:db8::1`.
  package var description: String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// What a host's name stands for, in the order in which the system would try them; empty where nobody
  /// knows it. Waits on a thread of its own.
  package static func resolve(_ host: String) async -> [NetworkAddress] {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: lookUp(host)) }
    }
  }

  private static func lookUp(_ host: String) -> [NetworkAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &found) == 0 else { return [] }
    defer { freeaddrinfo(found) }
    var addresses: [NetworkAddress] = []
    var entry = found
    while let current = entry {
      if let address = address(current.pointee), !addresses.contains(address) {
        addresses.append(address)
      }
      entry = current.pointee.ai_next
    }
    return addresses
  }

  private static func address(_ entry: addrinfo) -> NetworkAddress? {
    guard let socket = UnsafeRawPointer(entry.ai_addr) else { return nil }
    switch entry.ai_family {
    case AF_INET:
      let address = socket.assumingMemoryBound(to: sockaddr_in.self).pointee.sin_addr
      return NetworkAddress(bytes: withUnsafeBytes(of: address) { Array($0) })
    case AF_INET6:
      let address = socket.assumingMemoryBound(to: sockaddr_in6.self).pointee.sin6_addr
      return NetworkAddress(bytes: withUnsafeBytes(of: address) { Array($0) })
    default: return nil
    }
  }
}

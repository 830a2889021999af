import Crypto

/// SHA-256 of bytes that come in pieces, as of a file.
package struct ContentHash {
  private var digest = SHA256()

  package init() {}

  package mutating func feed(_ piece: some Sequence<UInt8>) { digest.update(data: Array(piece)) }

  /// In lower-case hexadecimal.
  package var text: String { Hexadecimal.encode(digest.finalize()) }
}

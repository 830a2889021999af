/// Words of the command lines that people are told to type.
package enum ShellWord {
  /// A word as a POSIX shell reads it back.
  package static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./:=@%+,".utf8.contains(byte)
      }
    }
    if plain, !word.isEmpty { return word }
    return inQuotes(word)
  }

  /// A word in quotes, whatever it holds. A shell ends them at an apostrophe, whatever combines
  /// with it.
  package static func inQuotes(_ word: String) -> String {
    let parts = word.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.map { String($0) }.joined(separator: #"'\''"#) + "'"
  }
}

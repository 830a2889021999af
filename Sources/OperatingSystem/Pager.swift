import Glibc

/// A program that shows a long text page by page, to the person at the terminal.
package struct Pager {
  private let stream: UnsafeMutablePointer<FILE>
  /// What it was given, in case that it never showed it.
  private var given: [UInt8] = []

  /// - Parameter command: as a shell reads it. `less` and `lv` are told to keep colors and to end where
  ///   all fits on the screen, unless the person has told them something.
  /// - Returns: nil where it can't be started.
  package init?(_ command: String) {
    let line =
      "LESS=\"${LESS-FRX}\" LV=\"${LV--c}\" LESSCHARSET=\"${LESSCHARSET-utf-8}\"; "
      + "export LESS LV LESSCHARSET; \(command)"
    guard let stream = popen(line, "we") else { return nil }
    self.stream = stream
  }

  package mutating func write(_ bytes: [UInt8]) throws(WriteFault) {
    given += bytes
    try Descriptor.write(bytes, to: fileno(stream))
  }

  /// Returns when the person has seen enough.
  /// - Returns: what nobody has seen, since the shell couldn't run the pager; nil where it ran.
  package func end() -> [UInt8]? {
    let status = pclose(stream)
    let (isExit, code) = (status & 0x7F == 0, (status >> 8) & 0xFF)
    return isExit && (code == 127 || code == 126) ? given : nil
  }
}

extension Pager {
  /// The person's: `PAGER`, else `less` where it is there. Nil where there is none, where `NO_PAGER` is
  /// set, or on a terminal that can't move about.
  package static func command(_ variables: [String: String]) -> String? {
    if let off = variables["NO_PAGER"], !off.isEmpty { return nil }
    if variables["TERM"] == "dumb" { return nil }
    if let chosen = variables["PAGER"].map(trimmed) {
      return chosen.isEmpty || chosen == "cat" ? nil : chosen
    }
    let directories = (variables["PATH"] ?? "").split(separator: ":")
    return directories.contains { access("\($0)/less", X_OK) == 0 } ? "less" : nil
  }
}

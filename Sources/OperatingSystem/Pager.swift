import Glibc

/// A program that shows a long text page by page, to the person at the terminal.
package struct Pager {
  private let stream: UnsafeMutablePointer<FILE>

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

  package func write(_ bytes: [UInt8]) throws(WriteFault) {
    try Descriptor.write(bytes, to: fileno(stream))
  }

  /// Returns when the person has seen enough.
  package func end() { pclose(stream) }
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

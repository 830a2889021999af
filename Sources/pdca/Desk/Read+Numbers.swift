import Domain

/// Numbers and amounts as people type them.
extension Read {
  /// A finite decimal number; full-width digits are understood, and commas between thousands.
  static func number(_ text: String, _ argument: String) throws -> Double {
    guard let plain = ungrouped(halfWidth(text)), let value = Double(plain), value.isFinite else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .number)
    }
    return value
  }

  /// Without its commas; nil if they don't stand between groups of three digits, as a decimal
  /// comma doesn't.
  private static func ungrouped(_ text: String) -> String? {
    guard text.contains(",") else { return text }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0].drop { $0 == "-" || $0 == "+" }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      areDigits(groups.joined()), !parts.dropFirst().joined().contains(",")
    else { return nil }
    return text.filter { $0 != "," }
  }

  private static func areDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

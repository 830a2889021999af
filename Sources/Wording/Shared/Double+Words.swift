extension Double {
  /// The shortest digits that read back as the same number; whole numbers without a point.
  package var words: String {
    if let whole = Int(exactly: self), whole.magnitude < 1 << 53 { return "\(whole)" }
    return "\(self)"
  }

  /// A computed number such as a mean as sentences show it: four significant digits, none of the
  /// whole part rounded away, and no zeros at the end.
  package var roundedWords: String {
    guard isFinite, magnitude < 1e15 else { return words }
    var step = 1.0
    while magnitude * step < 1_000, step < 1e12 { step *= 10 }
    return ((self * step).rounded() / step).words
  }
}

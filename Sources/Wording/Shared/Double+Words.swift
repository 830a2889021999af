extension Double {
  /// The shortest digits that read back as the same number; whole numbers without a point.
  package var words: String {
    if let whole = Int(exactly: self), whole.magnitude < 1 << 53 { return "\(whole)" }
    return "\(self)"
  }
}

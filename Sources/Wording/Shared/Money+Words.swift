package import Domain

extension Money {
  /// `120000 JPY`, `1250.50 USD`: exactly, as it is typed.
  package var words: String {
    let (whole, decimals) = digits
    let amount = decimals.isEmpty ? whole : "\(whole).\(decimals)"
    return "\(minorUnits < 0 ? "-" : "")\(amount) \(currency)"
  }
}

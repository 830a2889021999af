/// Integer minor units (yen, cents) and an ISO 4217 code.
package struct Money: Sendable, Equatable {
  package var minorUnits: Int
  package var currency: String

  package init(minorUnits: Int, currency: String) {
    self.minorUnits = minorUnits
    self.currency = currency
  }
}

extension Money {
  /// Amounts that the log holds exactly: from 0 to 2^53 minor units.
  package static let range = 0...(1 << 53)

  /// Whether ISO 4217 knows the currency.
  package var hasKnownCurrency: Bool { Currency.decimals(of: currency) != nil }

  /// The amount's size in digits, before and after the point: `120000` and nothing, `1250` and `50`.
  /// Currencies that older logs hold and ISO 4217 doesn't have two decimals.
  package var digits: (whole: String, decimals: String) {
    let places = Currency.decimals(of: currency) ?? 2
    let text = String(minorUnits.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    return (String(padded.dropLast(places)), String(padded.suffix(places)))
  }
}

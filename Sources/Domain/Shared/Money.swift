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

/// The active currencies of ISO 4217, by how many decimals their amounts have. What has no minor
/// unit there (gold, drawing rights, test codes) is no currency to pay in.
package enum Currency {
  /// Decimals of an amount in the currency; nil for a code that is none.
  package static func decimals(of code: String) -> Int? { table[code] }

  private static let table: [String: Int] = {
    var table: [String: Int] = [:]
    for (decimals, codes) in [(0, whole), (2, cents), (3, thousandths), (4, units)] {
      for code in codes.split(whereSeparator: \.isWhitespace) { table[String(code)] = decimals }
    }
    return table
  }()

  private static let whole = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"

  private static let cents = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
    CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
    PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
    """

  private static let thousandths = "BHD IQD JOD KWD LYD OMR TND"

  private static let units = "CLF UYW"
}

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

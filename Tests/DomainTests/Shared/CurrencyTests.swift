import Domain
import Testing

@Suite("Currencies and their decimals")
struct CurrencyTests {
  @Test(
    "ISO 4217 says how many decimals an amount has",
    arguments: [
      ("JPY", 0), ("CLP", 0), ("USD", 2), ("EUR", 2), ("XCD", 2), ("KWD", 3), ("CLF", 4),
    ])
  func decimals(_ code: String, _ decimals: Int) {
    #expect(Currency.decimals(of: code) == decimals)
  }

  @Test(
    "What nobody pays in is no currency", arguments: ["XAU", "XDR", "XTS", "XXX", "yen", "usd", ""])
  func unknown(_ code: String) {
    #expect(Currency.decimals(of: code) == nil)
    #expect(!Money(minorUnits: 1, currency: code).hasKnownCurrency)
  }

  @Test(
    "Digits before and after the point are exact",
    arguments: [
      (120_000, "JPY", "120000", ""), (125_050, "USD", "1250", "50"), (5, "USD", "0", "05"),
      (-1_250, "USD", "12", "50"), (1, "KWD", "0", "001"), (1 << 53, "USD", "90071992547409", "92"),
    ])
  func digits(_ amount: Int, _ code: String, _ whole: String, _ decimals: String) {
    let digits = Money(minorUnits: amount, currency: code).digits
    #expect(digits.whole == whole)
    #expect(digits.decimals == decimals)
  }
}

import Bilingual
import Domain

/// An amount as people write it: `120,000 JPY`, `120,000円`, `1,250.50 USD`.
enum MoneyText {
  /// Currencies of which the smallest unit is the unit itself.
  private static let whole: Set<String> = ["JPY", "KRW", "VND"]

  static func text(_ money: Money, _ language: Language) -> String {
    guard !whole.contains(money.currency) else {
      let amount = NumberText.whole(money.minorUnits)
      return money.currency == "JPY"
        ? language.choose("\(amount) JPY", "\(amount)円") : "\(amount) \(money.currency)"
    }
    let cents = money.minorUnits % 100
    return NumberText.whole(money.minorUnits / 100) + ".\(cents < 10 ? "0" : "")\(cents) "
      + money.currency
  }
}

package import Bilingual
package import Domain

/// An amount as people write it: `120,000 JPY`, `120,000円`, `1,250.50 USD`.
package enum MoneyText {
  package static func text(_ money: Money, _ language: Language) -> String {
    let (whole, decimals) = money.digits
    let amount = NumberText.grouped(whole) + (decimals.isEmpty ? "" : "." + decimals)
    return money.currency == "JPY" && language == .japanese
      ? "\(amount)円" : "\(amount) \(money.currency)"
  }
}

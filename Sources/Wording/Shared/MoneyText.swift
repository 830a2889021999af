package import Bilingual
package import Domain

/// An amount as people write it: `120,000 JPY`, `120,000円`, `1,250.50 USD`.
package enum MoneyText {
  package static func text(_ money: Money, _ language: Language) -> String {
    let (whole, decimals) = money.digits
    let amount =
      (money.minorUnits < 0 ? "−" : "") + NumberText.grouped(whole)
      + (decimals.isEmpty ? "" : "." + decimals)
    return money.currency == "JPY" && language == .japanese
      ? "\(amount)円" : "\(amount) \(money.currency)"
  }
}

extension Money {
  /// As it stands in a sentence.
  package var prose: Phrase {
    Phrase(en: MoneyText.text(self, .english), ja: MoneyText.text(self, .japanese))
  }
}

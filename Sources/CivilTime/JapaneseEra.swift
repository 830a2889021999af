/// An era of the Japanese calendar since it follows the Gregorian one, with its days.
package enum JapaneseEra: CaseIterable, Sendable {
  case meiji, taisho, showa, heisei, reiwa

  /// `令和`.
  package var name: String {
    switch self {
    case .meiji: "明治"
    case .taisho: "大正"
    case .showa: "昭和"
    case .heisei: "平成"
    case .reiwa: "令和"
    }
  }

  /// As people write it: the name, its initial, or one character.
  var marks: [String] {
    switch self {
    case .meiji: ["明治", "㍾", "m"]
    case .taisho: ["大正", "㍽", "t"]
    case .showa: ["昭和", "㍼", "s"]
    case .heisei: ["平成", "㍻", "h"]
    case .reiwa: ["令和", "㋿", "r"]
    }
  }

  /// The year that its first one is.
  var firstYear: Int { first.year - (self == .meiji ? 5 : 0) }

  /// Its first day; of 明治 the first of the calendar in use.
  package var first: LocalDate {
    switch self {
    case .meiji: Self.day(1873, 1, 1)
    case .taisho: Self.day(1912, 7, 30)
    case .showa: Self.day(1926, 12, 25)
    case .heisei: Self.day(1989, 1, 8)
    case .reiwa: Self.day(2019, 5, 1)
    }
  }

  /// Its last day; nil for the present one. The first day of 大正 and of 昭和 is the last of the
  /// era before, too.
  package var last: LocalDate? {
    switch self {
    case .meiji: Self.day(1912, 7, 30)
    case .taisho: Self.day(1926, 12, 25)
    case .showa: Self.day(1989, 1, 7)
    case .heisei: Self.day(2019, 4, 30)
    case .reiwa: nil
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
    LocalDate(dayNumber: LocalDate.dayNumber(year: year, month: month, day: day))
  }

  /// Whether any of the days is in the era.
  func check(_ days: ClosedRange<LocalDate>) throws(DateFault) {
    if days.upperBound < first { throw .eraNotBegun(self) }
    if let last, days.lowerBound > last { throw .eraEnded(self) }
  }
}

extension Cadence {
  /// A number that grows by one from each period to the next: the day, the week that begins on
  /// Monday, or the month.
  ///
  /// - Parameter day: any day of the period, in days since 1970-01-01.
  package func ordinal(of day: Int) -> Int {
    switch self {
    case .daily, .irregular: day
    case .weekly: floorDivide(day + 3, by: 7)  // 1970-01-01 was a Thursday
    case .monthly: month(of: day)
    }
  }

  /// Months since March of year 0 of the proleptic Gregorian calendar. Counting years from March
  /// puts the leap day last, so that months begin at (153 m + 2) ÷ 5.
  private func month(of day: Int) -> Int {
    let sinceMarchZero = day + 719_468
    let era = floorDivide(sinceMarchZero, by: 146_097)
    let dayOfEra = sinceMarchZero - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    return (era * 400 + yearOfEra) * 12 + (5 * dayOfYear + 2) / 153
  }

  private func floorDivide(_ number: Int, by divisor: Int) -> Int {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }
}

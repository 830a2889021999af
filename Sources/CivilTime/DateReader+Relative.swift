extension DateReader {
  /// A day counted from today: `today`, `昨日`, `+3d`, `金曜`, `来週月曜`, `月末`; nil for others.
  func relativeDay(_ text: String) throws(DateFault) -> LocalDate? {
    guard
      let day = counted(text) ?? countedInWords(text) ?? named(text) ?? weekday(text)
        ?? monthEnd(text)
    else { return nil }
    _ = try counting()
    return day
  }

  /// Such a day with a time behind it: `昨日 14:00`, `金曜9時`; nil for others.
  func relativeTime(_ text: String) throws(DateFault) -> Instant? {
    guard text.count <= 40 else { return nil }
    for place in text.indices.dropFirst() {
      var scanner = WrittenScanner(String(text[place...]))
      _ = scanner.take(" ")
      let head = text[..<place]
      guard let day = try relativeDay(String(head.last == " " ? head.dropLast() : head)) else {
        continue
      }
      if let clock = try scanner.clock(), scanner.isAtEnd {
        return clock.instant(of: day, in: zone)
      }
    }
    return nil
  }

  /// `今週`, `先月`: the period that today's stands beside; nil for others.
  func relativePeriod(_ text: String) throws(DateFault) -> WrittenPeriod? {
    let period: WrittenPeriod? =
      switch text {
      case "今週": .week(ISOWeek(containing: today))
      case "先週", "前週": .week(ISOWeek(containing: today).previous)
      case "来週", "翌週": .week(ISOWeek(containing: today).next)
      case "今月", "当月": .month(YearMonth(containing: today))
      case "先月", "前月": .month(YearMonth(containing: today).previous)
      case "来月", "翌月": .month(YearMonth(containing: today).next)
      default: nil
      }
    if period != nil, case .file = place { throw .relative }
    return period
  }

  /// `3日前`, `2週間後`, `1か月前`.
  private func countedInWords(_ text: String) -> LocalDate? {
    var scanner = WrittenScanner(text)
    guard let count = scanner.digits(1...5)?.value else { return nil }
    let units = [("日", 1), ("週間", 7), ("週", 7)]
    let days = units.first { scanner.take($0.0) }?.1
    guard days != nil || ["か月", "ヶ月", "ケ月", "カ月", "ヵ月", "箇月"].contains(where: { scanner.take($0) })
    else { return nil }
    let sign = scanner.take("前") ? -1 : scanner.take("後") ? 1 : 0
    guard sign != 0, scanner.isAtEnd else { return nil }
    if let days { return today.adding(days: sign * count * days) }
    return today.adding(months: sign * count)
  }

  private func named(_ text: String) -> LocalDate? {
    let distance: Int? =
      switch text {
      case "today", "今日", "本日", "きょう": 0
      case "yesterday", "昨日", "きのう", "前日": -1
      case "tomorrow", "明日", "あす", "翌日": 1
      case "一昨日", "おととい": -2
      case "明後日", "あさって": 2
      default: nil
      }
    return distance.map { today.adding(days: $0) }
  }

  /// A sign, at most five digits, and `d`, `w` or `m` (calendar months).
  private func counted(_ text: String) -> LocalDate? {
    var scanner = Scanner(text)
    let back = scanner.take("-")
    guard back || scanner.take("+"), let (count, _) = scanner.digits(upTo: 5) else { return nil }
    let signed = back ? -count : count
    let date: LocalDate? =
      if scanner.take("d") {
        today.adding(days: signed)
      } else if scanner.take("w") {
        today.adding(days: signed * 7)
      } else if scanner.take("m") {
        today.adding(months: signed)
      } else {
        nil
      }
    return scanner.isAtEnd ? date : nil
  }

  /// A day of the week: of the week that is named, or the latest that has come, or the next due.
  private func weekday(_ text: String) -> LocalDate? {
    var scanner = WrittenScanner(text)
    let weeks: [(String, Int)] = [
      ("再来週", 2), ("先々週", -2), ("今週", 0), ("先週", -1), ("前週", -1), ("来週", 1), ("翌週", 1),
    ]
    let distance = scanner.take(oneOf: weeks)
    // 月 alone is a month, and 日 a day.
    guard text.count > 1, let place = scanner.weekdayName(), scanner.isAtEnd else { return nil }
    if let distance { return today.startOfWeek.adding(days: distance * 7 + place) }
    let day = today.startOfWeek.adding(days: place)
    if isDue { return day < today ? day.adding(days: 7) : day }
    return day > today ? day.adding(days: -7) : day
  }

  private func monthEnd(_ text: String) -> LocalDate? {
    switch text {
    case "今月末", "当月末": today.endOfMonth
    case "先月末", "前月末": today.startOfMonth.adding(days: -1)
    case "来月末", "翌月末": today.startOfMonth.adding(months: 1).endOfMonth
    case "月末":
      isDue || today == today.endOfMonth ? today.endOfMonth : today.startOfMonth.adding(days: -1)
    default: nil
    }
  }

  private var isDue: Bool { place == .typed(due: true) }
}

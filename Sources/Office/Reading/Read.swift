import Bilingual
package import CivilTime
package import Domain
import PrivateServer
package import Tables

/// Texts that read the same in every organization.
///
/// - Throws: each ``InputFault``.
package enum Read {
  package static func date(
    _ text: String, _ argument: String, _ dates: DateReader
  ) throws -> LocalDate {
    do { return try dates.day(text) } catch {
      throw refusal(error, text, argument, dates.isOfFile ? .fileDate : .date)
    }
  }

  package static func time(
    _ text: String, _ argument: String, _ dates: DateReader
  ) throws -> WrittenTime {
    do { return try dates.time(text) } catch { throw refusal(error, text, argument, .instant) }
  }

  package static func refusal(
    _ fault: DateFault, _ text: String, _ argument: String, _ wanted: InputFault.Wanted
  ) -> InputFault {
    fault == .unreadable || text.isEmpty
      ? .unreadable(argument: argument, text: text, wanted: wanted)
      : .date(argument: argument, text: text, fault)
  }

  package static func minutes(_ text: String, _ argument: String) throws -> Int {
    guard let minutes = DurationText.minutes(text) else {
      throw InputFault.unreadable(argument: argument, text: text, wanted: .minutes)
    }
    return minutes
  }

  package static func account(_ text: String) throws -> Account {
    guard let account = Account(text) else {
      throw InputFault.unreadable(argument: "ACCOUNT", text: text, wanted: .account)
    }
    return account
  }

  /// An account that is to be a login of ours.
  package static func login(_ text: String) throws -> Account {
    guard LocalCluster.isUsable(role: text), let account = Account(text) else {
      throw InputFault.unreadable(argument: "ACCOUNT", text: text, wanted: .account)
    }
    return account
  }

  package static func span(_ text: String, _ argument: String) throws -> ClockSpan {
    guard let span = ClockSpan(text.halfWidth) else {
      throw InputFault.unreadable(argument: argument, text: text, wanted: .clockSpan)
    }
    return span
  }

  package static func period(
    _ text: String, _ cadence: Domain.Cadence, _ argument: String, _ dates: DateReader
  ) throws -> LocalDate {
    let found: WrittenPeriod
    do { found = try dates.period(text) } catch {
      throw refusal(error, text, argument, dates.isOfFile ? .fileDate : .date)
    }
    switch (cadence.firstDay(of: found), found) {
    case (let first?, _): return first
    case (nil, .day(let day)): return day
    case (nil, .week(let week)):
      throw InputFault.otherPeriod(
        argument: argument, found: .week(week), wanted: cadence, isOfKPI: true)
    case (nil, .month(let month)):
      throw InputFault.otherPeriod(
        argument: argument, found: .month(month), wanted: cadence, isOfKPI: true)
    }
  }

  /// `12.5`, or `7/50`: a value and the denominator it is a part of.
  package static func measurement(
    _ text: String, _ argument: String, by numbers: NumberReader = NumberReader()
  ) throws -> (value: Double, denominator: Double?) {
    guard text.halfWidth.contains("/") else {
      return (try number(text, argument, by: numbers), nil)
    }
    guard let measurement = numbers.measurement(text) else {
      throw InputFault.unreadable(argument: argument, text: text, wanted: .number)
    }
    return measurement
  }
}

extension Read {
  /// An address of mail, plain enough to stand in a header as it is.
  package static func mailAddress(_ text: String, _ argument: String) throws -> String {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain =
      parts.count == 2 && !text.hasPrefix("-") && parts.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy { 0x21...0x7E ~= $0 && !"<>(),;:\"\\[]".utf8.contains($0) }
    guard isPlain else {
      throw InputFault.unreadable(argument: argument, text: text, wanted: .text)
    }
    return text
  }
}

import ArgumentParser
import Bilingual
import Domain
import ReadModels
import Statistics

/// A signal on a KPI's chart, named by its rule and the period that completes it.
struct SignalArguments: ParsableArguments {
  @Argument(
    help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
  var kpi: String

  @Argument(
    help: help(
      "The signal's rule: \(SignalArguments.rules(", ")).",
      "シグナルのルール名（\(SignalArguments.rules("、"))）。"))
  var rule: String

  @Argument(
    help: help("The period that completes it: 2026-W47, 2026-11, or a day within.", "シグナルが成立した期間。"))
  var period: String

  @Option(
    help: help(
      "Rules of the chart: nhs-mdc, western-electric, nelson, wheeler or anhoej.",
      "管理図のルール（nhs-mdc、western-electric、nelson、wheeler、anhoej）。"))
  var profile: RuleProfile = .nhsMDC

  private static func rules(_ separator: String) -> String {
    Rule.allCases.map(\.rawValue).joined(separator: separator)
  }

  func signal(on row: KPIRow, _ desk: Desk) throws -> SignalReference {
    SignalReference(rule: rule, period: try desk.period(period, row.cadence, "PERIOD"))
  }
}

extension RuleProfile: ExpressibleByArgument {
  init?(argument: String) {
    guard let profile = RuleProfile.named(argument.halfWidth.lowercased()) else { return nil }
    self = profile
  }

  var defaultValueDescription: String { id }

  static var allValueStrings: [String] { all.map(\.id) }
}

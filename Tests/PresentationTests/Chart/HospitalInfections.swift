import Bilingual
import CivilTime
import Statistics
import Terminal

@testable import Presentation

/// Hospital-acquired C. difficile infections by month from November 2012; an intervention began in
/// November 2014. Source: Amager Hvidovre Hospital, dataset `cdi` of the R package qicharts2.
enum HospitalInfections {
  static let counts: [Double] = [
    17, 12, 27, 20, 20, 18, 22, 19, 19, 24, 17, 16, 24, 19, 19, 22, 25, 19, 17, 6, 25, 17, 11, 14,
    9, 11, 7, 13, 5, 5, 3, 5, 9, 4, 5, 9,
  ]

  static func month(_ number: Int) -> LocalDate {
    LocalDate(dayNumber: 15_645).adding(months: number)  // 2012-11-01
  }

  static func picture(
    _ language: Language = .english, months: Int = 36, leavingOut missing: Range<Int> = 0..<0,
    kind: ChartKind = .xmr, _ configure: (inout ChartOptions) -> Void = { _ in }
  ) throws -> ChartPicture {
    var options = ChartOptions(kind: kind)
    options.direction = .down
    options.target = 10
    options.clamp = .count
    configure(&options)
    let observations = (0..<months).filter { !missing.contains($0) }.map {
      Observation(period: month($0).dayNumber, value: counts[$0])
    }
    return ChartPicture(
      kpi: "cdi", name: language.choose("Hospital infections", "院内感染"),
      unit: language.choose("infections", "件"), cadence: .monthly,
      chart: try Chart(ChartInput(observations, cadence: .monthly), options: options),
      annotations: annotations(language),
      exclusionReasons: [
        month(19): language.choose("The counting system was replaced", "集計システムの移行")
      ],
      language: language)
  }

  private static func annotations(_ language: Language) -> [ChartAnnotation] {
    [
      ChartAnnotation(
        date: month(25).adding(days: 9), label: language.choose("Field session 1", "現場向け研修 第1回"),
        kind: .training),
      ChartAnnotation(
        date: month(24).adding(days: 2),
        label: language.choose("WARD-4 Hand hygiene in all wards", "WARD-4 手指衛生の手順を全病棟で統一"),
        kind: .cycle),
    ]
  }
}

extension ChartPicture {
  /// A daily chart of the values from 2026-01-01 on.
  static func daily(
    _ values: [Double], language: Language = .english, unit: String = "h",
    _ configure: (inout ChartOptions) -> Void = { _ in }
  ) throws -> ChartPicture {
    var options = ChartOptions()
    configure(&options)
    let observations = values.indices.map { Observation(period: 20_454 + $0, value: values[$0]) }
    return ChartPicture(
      kpi: "hours", name: "Hours", unit: unit, cadence: .daily,
      chart: try Chart(ChartInput(observations, cadence: .daily), options: options),
      language: language)
  }
}

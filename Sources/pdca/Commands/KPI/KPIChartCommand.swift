import ArgumentParser
import Bilingual
import Domain
import Office
import OperatingSystem
import Presentation
import ReadModels
import Reviews
import Statistics
import Terminal

/// How a chart is given.
enum ChartFormat: String, TypedWord {
  case text, svg, json, xlsx

  /// The form that a file's name asks for; text for a name without an ending.
  init(fileName: String) throws(OutputFormFault) {
    try OutputForm.require(fileName, ["svg", "xlsx", "json", "txt"])
    switch OutputForm.ending(of: fileName) {
    case "svg": self = .svg
    case "xlsx": self = .xlsx
    case "json": self = .json
    default: self = .text
    }
  }
}

/// Whether moving ranges are screened.
enum Screening: String, TypedWord { case on, off }

extension CenterLine: TypedWord {}

extension LimitsUse: ExpressibleByArgument {
  init?(argument: String) {
    guard let use = LimitsUse.allCases.first(where: { $0.name == argument.halfWidth.lowercased() })
    else { return nil }
    self = use
  }

  var defaultValueDescription: String { name }

  static var allValueStrings: [String] { allCases.map(\.name) }
}

extension KPICommand {
  struct ChartCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "chart", "A KPI's control chart, with what tells signal from noise.",
        "KPIの管理図を表示し、シグナルと通常のばらつきを見分けます。",
        examples: [
          "pdca kpi chart proposal-hours",
          "pdca kpi chart close-rate --output close-rate.svg",
          "pdca kpi chart close-rate --output close-rate.xlsx",
          "pdca kpi chart close-rate --profile western-electric",
          "pdca kpi chart close-rate --limits whole --screening on",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
    var kpi: String

    @Option(
      help: help(
        "text, svg, json or xlsx; without it as the output's name ends, or text.",
        "形式（text、svg、json、xlsx）。省略時は出力先の拡張子、または text です。"))
    var format: ChartFormat?

    @Option(
      help: help(
        "Rules: nhs-mdc, western-electric, nelson, wheeler or anhoej.",
        "ルール（nhs-mdc、western-electric、nelson、wheeler、anhoej）。"))
    var profile: RuleProfile = .nhsMDC

    @Option(
      help: help(
        "in-force: each point by the limits in force when it came; whole: all points by limits over "
          + "all of them, for comparison with other tools.",
        "管理限界。in-force は各点の時点で有効だった限界、whole は全期間で計算した限界（他のツールとの比較用）。"))
    var limits: LimitsUse = .inForce

    @Option(
      help: help(
        "on or off: leave far moving ranges out of the limits once (Nelson 1982).",
        "on または off。大きく外れた移動範囲を管理限界の計算から一度だけ除きます（Nelson 1982）。"))
    var screening: Screening?

    @Option(help: help("Centre line: mean or median.", "中心線（mean は平均、median は中央値）。"))
    var center: CenterLine = .mean

    @Option(
      help: help(
        "Moving ranges summed up by their mean or median.", "移動範囲のまとめ方（mean は平均、median は中央値）。"))
    var spread: CenterLine = .mean

    @Option(help: help("Write it to this file.", "出力先のファイル。")) var output: String?

    func run(at desk: Desk) throws {
      let form = try form(desk.answer)
      if form == .xlsx, output == nil { throw DeskError.missing(.output, argument: "--output") }
      let reference = try desk.definedKPI(kpi, in: department).reference
      let chart = try desk.office.chart(
        of: reference, under: profile, options: variant,
        annotated: form == .text || form == .svg)
      let picture = chart.picture(in: desk.answer.language)
      guard let output else { return desk.answer.console.write(bytes(picture, form, desk.answer)) }
      if form == .xlsx {
        try SheetOutput.write(picture.sheets, to: output)
      } else {
        try write(bytes(picture, form, desk.answer, plain: true), to: output)
      }
      desk.answer.give(json: .written(to: output)) {
        [
          desk.answer.say(
            "The chart of \(reference) is in \(safe(output)).",
            "\(reference) の管理図を \(safe(output)) に書き出しました。")
        ]
      }
    }

    private var variant: ChartVariant {
      var variant = ChartVariant()
      (variant.limits, variant.center) = (limits, center)
      variant.screening = screening.map { $0 == .on }
      variant.dispersion = spread == .median ? .medianMovingRange : .meanMovingRange
      return variant
    }

    private func form(_ answer: Answer) throws -> ChartFormat {
      if let format { return format }
      if let output { return try ChartFormat(fileName: output) }
      return answer.isJSON ? .json : .text
    }

    private func bytes(
      _ picture: ChartPicture, _ form: ChartFormat, _ answer: Answer, plain: Bool = false
    ) -> [UInt8] {
      switch form {
      case .json: ChartJSON.canonical(picture, with: answer.frame) + "\n".utf8
      case .svg: Array(SVGChart.svg(picture).utf8)
      case .text, .xlsx:
        answer.dated(TextChart.lines(picture, plain ? Layout() : answer.layout))
          .flatMap { ($0 + "\n").utf8 }
      }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
      do {
        try TextFile.replace(path, with: String(decoding: bytes, as: UTF8.self))
      } catch let fault as SystemError {
        throw OutputFault(path: path, number: fault.code)
      }
    }
  }
}

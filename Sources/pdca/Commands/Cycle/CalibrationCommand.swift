import ArgumentParser
import Domain
import Office
import Presentation
import Reviews
import Terminal
import Wording

extension CycleGroup {
  struct CalibrationCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "calibration",
        "How good predictions were, by department and kind, from \(Calibration.least) on; never by person.",
        "予測の精度を部門別・種類別に示します（\(Calibration.least)件以上。個人別には示しません）。",
        examples: ["pdca cycle calibration"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions

    func run(at desk: Desk) throws {
      try desk.noteUnseen()
      let found = try desk.office.calibrations()
      let answer = desk.answer
      answer.give(json: found.listJSON) {
        if found.isEmpty {
          return [
            answer.say(
              "There are fewer than \(Calibration.least) measured predictions: too few to judge them.",
              "測定済みの予測が\(Calibration.least)件未満のため、精度はまだ示せません。")
          ]
        }
        return table(found, desk).lines(answer.layout)
          + answer.layout.paragraph(
            answer.say(
              "Error: how far beyond the prediction, in predicted changes; 0 is right, -1 means that "
                + "nothing changed. Ranges should hold 80 %.",
              "誤差は、予測した変化量に対する行き過ぎの割合です（0は的中、-1は変化なし）。範囲予測は80%が収まる想定です。"))
      }
    }

    private func table(_ found: [Calibration], _ desk: Desk) -> Table {
      let say = desk.answer.say
      var table = Table([
        .init(say("Of", "対象")), .init(say("Predictions", "予測数"), align: .right),
        .init(say("Error", "誤差"), align: .right), .init(say("In range", "範囲内"), align: .right),
        .init("CRPS", align: .right),
      ])
      for one in found {
        table.add([
          Cell(name(one.group, desk)), Cell("\(one.count)"), Cell(Self.hundredths(one.signedError)),
          Cell(one.coverage.map { "\(Int(($0 * 100).rounded()))%" } ?? "–"),
          Cell(one.crps.map(Self.hundredths) ?? "–"),
        ])
      }
      return table
    }

    private static func hundredths(_ value: Double) -> String {
      ((value * 100).rounded() / 100).roundedWords
    }

    private func name(_ group: Calibration.Group, _ desk: Desk) -> String {
      switch group {
      case .all: desk.answer.say("all", "全体")
      case .department(let code): code.rawValue
      case .numbers: desk.answer.say("single numbers", "数値での予測")
      case .ranges: desk.answer.say("ranges", "範囲での予測")
      }
    }
  }
}

import ArgumentParser
import Bilingual
import Office
import Presentation
import ReadModels
import Reviews
import Terminal

extension LessonGroup {
  struct FlowCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "flow", "Lessons on their way from cycle to training to effect, and what waits.",
        "ミニPDCAから研修、効果測定までの教訓の進み具合と、回答待ちの展開を表示します。",
        examples: ["pdca lesson flow", "pdca lesson flow --as-of 2026-10-31"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions

    func run(at desk: Desk) throws {
      try desk.noteUnseen()
      let flow = try desk.office.lessonFlow()
      desk.answer.give(json: flow.json) { lines(flow, desk) }
    }

    private func lines(_ flow: LessonFlow, _ desk: Desk) -> [String] {
      let (say, layout) = (desk.answer.say, desk.answer.layout)
      var block = KeyValueBlock()
      for station in flow.stations {
        let ids = station.lessons.map { "\($0.id)" }.joined(separator: say(", ", "、"))
        block.add(
          station.kind.words(desk.answer.language), Cell("\(station.lessons.count)  \(ids)"))
      }
      let offers = flow.offers.map { offer in
        Cell(
          say(
            "\(offer.lesson) waits for \(offer.department) since \(offer.days) days",
            "\(offer.lesson) は \(offer.department) の回答待ち（\(offer.days)日）"))
      }
      return layout.heading(say("The way of lessons", "教訓の進み具合")) + block.lines(layout)
        + (offers.isEmpty ? [] : [""] + layout.bullets(offers))
    }
  }
}

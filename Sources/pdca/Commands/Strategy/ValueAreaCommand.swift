import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Terminal

struct ValueAreaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "value-area", "Areas in which generative AI is to create value.", "生成AIで価値を生み出す領域。",
      subcommands: [ChooseCommand.self, ListCommand.self])
  }
}

extension ValueAreaCommand {
  struct ChooseCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "choose", "Choose an area, say why, and what is invested.",
        "価値を生み出す領域を、理由と投資額とともに選定します。",
        examples: [
          "pdca value-area choose 'Proposals' 'Most hours, least reuse' --invest '1200000 JPY'"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("Its name.", "領域の名称。")) var name: String?

    @Argument(help: help("Why this one.", "選定の理由。")) var why: String?

    @Option(help: help("What is invested (1200000 JPY).", "投資額（1200000 JPY）。"))
    var invest: String?

    func run(at desk: Desk) throws {
      let name = try name ?? desk.ask(.name, "<name>", desk.answer.say("Name of the area", "領域の名称"))
      let why = try why ?? desk.ask(.reason, "<why>", desk.answer.say("Why this one", "選定の理由"))
      let investment = try invest.map { try Read.money($0, "--invest") }
      let outcome = try desk.office.record(
        .chooseValueArea(name: name, investment: investment, why: why),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: name,
        Phrase(
          en: "\(safe(name)) is chosen as a value area.", ja: "「\(safe(name))」を価値領域に選定しました。"))
    }
  }
}

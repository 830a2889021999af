import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import ReadModels

extension ConceptGroup {
  struct StartCommand: RecordingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "start", "Start a chosen concept as a cycle: its plan is filled in.",
        "採択された活用構想をミニPDCAとして開始します（計画は構想の内容から作成されます）。",
        examples: ["pdca concept start SALES-C5", "pdca concept start SALES-C5 --due +4w"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help("The concept (SALES-C5, or 5).", "活用構想の ID（SALES-C5、または 5）。"),
      completion: .ids(.concepts))
    var concept: String
    @Option(
      parsing: .unconditional,
      help: help(
        "The day it is to be checked; without it the concept's own.", "期限。省略時は構想に書かれた効果の期日。"))
    var due: String?
    @Option(
      parsing: .unconditional,
      help: help("The KPI's level expected; without it the concept's.", "KPIの予測値。省略時は構想の見込み。"))
    var predict: String?
    @Option(help: help("Who answers for it; without it you.", "担当者。省略時は自分。")) var owner: String?

    func run(at desk: Desk) throws {
      let id = try desk.known(concept, .concept, in: department)
      let row = try desk.office.concept(id).row
      let name = try desk.name(of: id)
      let order = try desk.order(in: id.department, writing)
      let (cycle, outcome) = try desk.office.start(id, as: try request(row, desk), order)
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(
          en: "\(name.en) is started as \(cycle).",
          ja: "\(name.ja)をミニPDCA \(cycle) として開始しました。"),
        next: [
          Phrase(
            en: "pdca do \(cycle) \"<action>\"", ja: "pdca do \(cycle) \"<実施内容>\"")
        ], beginning: cycle)
    }

    private func request(_ row: ConceptRow, _ desk: Desk) throws -> PlanRequest {
      var request = try desk.office.plan(of: row, in: desk.answer.language)
      if let predict { request.predicted = try desk.level(predict, "--predict", of: row.kpi) }
      if let due { request.due = try desk.due(due, "--due") }
      request.owner = try owner.map { try Read.account($0) }
      return request
    }
  }
}

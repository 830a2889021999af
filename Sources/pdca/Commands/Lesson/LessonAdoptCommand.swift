import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

extension LessonGroup {
  struct AdoptCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "adopt", "Take another department's lesson up in your own.",
        "ほかの部門の教訓を、自部門で採用します。",
        examples: [
          "pdca lesson adopt SALES-L3 --kpi rework-rate --predict 0.1 --due +6w",
          "pdca lesson adopt SALES-L3 --cycle DEV-4",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。"), completion: .ids(.lessons)) var lesson: String
    @Option(
      help: help("Your cycle in which it is tried.", "試行する自部門のミニPDCA。"), completion: .ids(.cycles))
    var cycle: String?
    @Option(help: help("A note.", "メモ。")) var note: String?

    @OptionGroup(title: "Trial") var trial: LessonTrialOptions

    func validate() throws {
      if cycle != nil, trial.isGiven {
        throw ValidationError(
          Language.ofProcess.choose(
            "Give either --cycle, or --kpi, --predict and --due for a new one.",
            "--cycle、または新しい計画の --kpi・--predict・--due のどちらかを指定してください。"))
      }
    }

    func run(at desk: Desk) throws {
      let home = try desk.department(department)
      let id = try desk.known(lesson, .lesson, in: department)
      let order = try desk.order(in: home, writing)
      let name = try desk.name(of: id)
      let (cycle, outcome) = try adopt(id, order, desk)
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(en: "\(home) adopts \(name.en).", ja: "\(home) で教訓 \(name.ja)を採用しました。"),
        remark: cycle.map {
          Phrase(en: "It is tried in \($0).", ja: "\($0) で試行します。")
        }, next: next(id, cycle, in: home))
    }

    /// Answers with the cycle in which it is tried, where there is one.
    private func adopt(
      _ id: ItemID, _ order: Order, _ desk: Desk
    ) throws -> (ItemID?, Outcome<AdoptionEvent>) {
      if trial.isGiven {
        let row = try desk.office.lesson(id)!
        let request = try trial.request(for: row, in: department, desk)
        return try desk.office.adopt(id, trying: request, note: note, order)
      }
      let cycle = try cycle.map { try desk.known($0, .cycle, in: department) }
      return (
        cycle, try desk.office.record(.adopt(lesson: id, cycle: cycle, note: note), order)
      )
    }

    private func next(_ id: ItemID, _ cycle: ItemID?, in home: DepartmentCode) -> [Phrase] {
      let act = cycle.map {
        Phrase(en: "pdca do \($0) \"<action>\"", ja: "pdca do \($0) \"<実施内容>\"")
      }
      return [act].compactMap(\.self)
        + [
          Phrase(
            en: "pdca lesson measure \(id) <kpi> -d \(home)",
            ja: "pdca lesson measure \(id) <KPI> -d \(home)")
        ]
    }
  }
}

import ArgumentParser
import Bilingual
import Domain
import EventLog
import Tracker

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

    @Argument(help: help("The lesson.", "教訓の ID。")) var lesson: String
    @Option(help: help("Your cycle in which it is tried.", "試行する自部門のミニPDCA。"))
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
      let cycle =
        try cycle.map { try desk.item($0, .cycle, in: department) } ?? plan(id, order, desk)
      let outcome = try desk.tracker.adoption(
        .adopt(lesson: id, cycle: cycle, note: note), order)
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(en: "\(home) adopts \(id).", ja: "\(home) で教訓 \(id) を採用しました。"),
        remark: cycle.map {
          Phrase(en: "It is tried in \($0).", ja: "\($0) で試行します。")
        }, next: next(id, cycle))
    }

    /// The trial's cycle, unless the adoption is going to be refused; nil when none is asked for.
    private func plan(_ id: ItemID, _ order: Order, _ desk: Desk) throws -> ItemID? {
      guard trial.isGiven else { return nil }
      let (row, isOpen) = try desk.adoptable(id, by: order.department)
      guard isOpen || writing.commandId != nil else { return nil }
      var first = order
      first.commandID = order.commandID.following(1)
      first.expecting = nil
      return try desk.tracker.plan(trial.request(for: row, in: department, desk), first).id
    }

    private func next(_ id: ItemID, _ cycle: ItemID?) -> [Phrase] {
      let act = cycle.map {
        Phrase(en: "pdca do \($0) \"<action>\"", ja: "pdca do \($0) \"<実施内容>\"")
      }
      return [act].compactMap(\.self)
        + [Phrase(en: "pdca lesson measure \(id) <kpi>", ja: "pdca lesson measure \(id) <KPI>")]
    }
  }
}

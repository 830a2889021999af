import ArgumentParser

struct LessonGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "lesson", "Lessons: draft, validate, roll out, adopt, measure, find.",
      "教訓の起案、検証、横展開、採用、効果測定、検索。",
      subcommands: [
        DraftCommand.self, ValidateCommand.self, ProposeCommand.self, AdoptCommand.self,
        DeclineCommand.self, MeasureCommand.self, RetireCommand.self, ListCommand.self,
        ShowCommand.self, SearchCommand.self, FlowCommand.self,
      ])
  }
}

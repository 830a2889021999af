import ArgumentParser

struct KPICommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "kpi", "KPIs: define, record, correct; targets, charts and their limits.",
      "KPIの定義、実績値の記録と訂正、目標値、管理図とその基準。",
      subcommands: [
        DefineCommand.self, RecordCommand.self, CorrectCommand.self, TargetCommand.self,
        RetireCommand.self, BaselineCommand.self, ExcludeCommand.self, RebaseCommand.self,
        AcknowledgeCommand.self, ListCommand.self, ShowCommand.self, ChartCommand.self,
        CausesCommand.self,
      ])
  }
}

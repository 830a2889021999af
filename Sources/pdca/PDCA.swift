import ArgumentParser

struct PDCA: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "pdca", "Plan, do, check and act, one line each; the log is the truth.",
      "計画・実行・評価・改善を一行で記録します。記録は追記のみで残ります。",
      version: ProgramVersion.text,
      subcommands: [
        InitCommand.self, DepartmentCommand.self, MemberCommand.self,
        VisionCommand.self, ValueAreaCommand.self, PolicyCommand.self,
        KPICommand.self, HypothesisCommand.self,
        TodayCommand.self, OverviewCommand.self, SearchCommand.self, PlanCommand.self,
        AmendCommand.self, DoCommand.self,
        WithdrawCommand.self,
        ObstacleCommand.self, CancelCommand.self, CheckCommand.self, ActCommand.self,
        CycleGroup.self, IssueCommand.self, LessonGroup.self, LogCommand.self, ReplayCommand.self,
        ImportGroup.self, ExportGroup.self,
        ReviewsCommand.self, DesignsCommand.self, ShareGroup.self, InboxCommand.self,
        ConceptGroup.self, SubsidyGroup.self, ValueGroup.self, ROICommand.self,
        ProposeGroup.self, AuditCommand.self, MCPCommand.self, ProjectionGroup.self, BIGroup.self,
        DatabaseCommand.self, ServeGroup.self,
      ])
  }
}

import ArgumentParser

/// What is sent to where people work.
struct ShareGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "share", "Send reviews and what matters to Slack, Notion, Teams, webhooks and mail.",
      "レビューや重要な出来事を Slack、Notion、Teams、Webhook、メールに共有します。",
      subcommands: [
        AddGroup.self, ListCommand.self, StatusCommand.self, TestCommand.self,
        PreviewCommand.self, RunCommand.self, MoveCommand.self, PauseCommand.self,
        ResumeCommand.self,
        RetryCommand.self, SkipCommand.self, RemoveCommand.self,
      ])
  }
}

extension ShareGroup {
  struct AddGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "add", "Add a target: slack, notion, teams, webhook or mail.",
        "共有先（slack、notion、teams、webhook、mail）を追加します。",
        subcommands: [
          AddSlackCommand.self, AddNotionCommand.self, AddTeamsCommand.self,
          AddWebhookCommand.self, AddMailCommand.self,
        ])
    }
  }
}

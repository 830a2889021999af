import ArgumentParser

struct ReviewsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "review", "Weekly and monthly reviews: written, decided in, closed.",
      "週次レビューと月次分析: 作成、決定、終了。",
      subcommands: [
        ReviewWeekCommand.self, ReviewMonthCommand.self, ReviewHoldCommand.self,
        ReviewOpenCommand.self,
        ReviewDecideCommand.self, ReviewDoneCommand.self, ReviewCarryCommand.self,
        ReviewAmendCommand.self, ReviewWithdrawCommand.self, ReviewAcknowledgeCommand.self,
        ReviewCloseCommand.self, ReviewAddendumCommand.self, ReviewListCommand.self,
        ReviewShowCommand.self, ReviewDueCommand.self, ReviewCalendarCommand.self,
      ])
  }
}

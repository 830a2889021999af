import ArgumentParser

struct DatabaseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "database", "The database: its state, start and stop, updates, backups, logins.",
      "データベースの状態確認、起動と停止、更新、バックアップ、ログイン追加。",
      subcommands: [
        StatusCommand.self, StartCommand.self, StopCommand.self, MigrateCommand.self,
        UpgradeCommand.self,
        BackupCommand.self, RestoreCommand.self, LoginCommand.self, WatchCommand.self,
      ])
  }
}

import ArgumentParser

struct DepartmentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "department", "Departments: add, rename, close, sponsor; the current one.",
      "部門の登録、名称変更、閉鎖、スポンサーの指定、現在の部門の切り替え。",
      subcommands: [
        AddCommand.self, RenameCommand.self, CloseCommand.self, ListCommand.self,
        UseCommand.self, ShowCommand.self, SponsorCommand.self,
      ])
  }
}

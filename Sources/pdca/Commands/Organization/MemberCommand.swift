import ArgumentParser

struct MemberCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "member", "Members: add, move, leave, list; roles: grant, revoke.",
      "メンバーの追加、異動、退任、一覧、役割の付与と解除。",
      subcommands: [
        AddCommand.self, MoveCommand.self, LeaveCommand.self, ListCommand.self,
        GrantCommand.self, RevokeCommand.self,
      ])
  }
}

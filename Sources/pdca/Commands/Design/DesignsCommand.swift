import ArgumentParser
import Domain
import Orders

struct DesignsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "design", "Training designs: from lessons to sessions to what they brought.",
      "研修設計: 教訓を反映し、研修を実施し、効果を確かめます。",
      subcommands: [
        DesignDraftCommand.self, DesignAddCommand.self, DesignRemoveCommand.self,
        DesignIncorporateCommand.self, DesignDeclineCommand.self, DesignApproveCommand.self,
        DesignScheduleCommand.self, DesignChangeCommand.self, DesignAttendCommand.self,
        DesignEvaluateCommand.self, DesignCostCommand.self, DesignShowCommand.self,
        DesignListCommand.self, DesignTraceCommand.self,
      ])
  }
}

/// The options of writing, for commands whose `--on` is the day of a session.
struct RepeatOptions: ParsableArguments {
  @Option(
    help: help(
      "Identity of this command (a UUID); repeating it is safe.",
      "このコマンドの識別子 (UUID)。同じ識別子で繰り返しても二重には記録されません。"))
  var commandId: String?

  @Option(
    help: help(
      "Refuse unless the item is still at this version.", "対象がこの版のままでなければ拒否します。"))
  var expect: Int?
}

extension Desk {
  /// A design that is there, by its id (`HQ-D2`) or its number alone.
  func design(_ text: String) throws -> ItemID {
    let isNumber = Int(text).map { $0 > 0 } ?? false
    return try known(isNumber ? "\(ItemID(setting.head, .design, Int(text)!))" : text, .design)
  }

  func order(in department: DepartmentCode, _ options: RepeatOptions) throws -> Order {
    Order(
      department, commandID: try Repetition.commandID(options.commandId),
      expecting: options.expect)
  }
}

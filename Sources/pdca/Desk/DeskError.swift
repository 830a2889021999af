import Domain
import Office

/// What goes wrong before a command reaches the office.
enum DeskError: Error {
  /// `--as-of` on a command that writes.
  case lookingBack(command: String, option: String)
  /// Several open cycles of the person could be meant, and nobody can be asked.
  case severalCycles([(id: ItemID, title: String)], in: DepartmentCode)
  /// All that is missing, and can't be asked for.
  case missing([Missing])

  struct Missing {
    let wanted: InputFault.Wanted
    /// How it is given: `--reason`, `<text>`.
    let argument: String
  }

  static func missing(_ wanted: InputFault.Wanted, argument: String) -> DeskError {
    .missing([Missing(wanted: wanted, argument: argument)])
  }
}

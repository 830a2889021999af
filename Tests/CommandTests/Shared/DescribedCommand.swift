import CanonicalJSON

/// A command as its help describes it.
struct DescribedCommand {
  let path: [String]
  let options: Set<String>

  var name: String { path.joined(separator: " ") }

  static func all(_ pdca: CommandLineRunner) throws -> [DescribedCommand] {
    let dump = try JSON(parsing: try pdca("--experimental-dump-help").output)
    return leaves(of: dump.object?["command"])
  }

  /// Every command that does something itself.
  private static func leaves(of json: JSON?, below path: [String] = []) -> [DescribedCommand] {
    guard let object = json?.object, case .array(let children)? = object["subcommands"] else {
      return json.map { [DescribedCommand($0, path)] } ?? []
    }
    return children.flatMap { child in
      guard case .string(let name)? = child.object?["commandName"], name != "help" else {
        return [DescribedCommand]()
      }
      return leaves(of: child, below: path + [name])
    }
  }

  private init(_ json: JSON, _ path: [String]) {
    self.path = path
    var names: Set<String> = []
    if case .array(let arguments)? = json.object?["arguments"] {
      for argument in arguments {
        if case .string(let name)? = argument.object?["preferredName"]?.object?["name"] {
          names.insert(name)
        }
      }
    }
    options = names
  }
}

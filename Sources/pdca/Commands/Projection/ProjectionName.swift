import Office
import ReadModels

/// A projection as the command line names it.
enum ProjectionName {
  /// Nil for `all`.
  static func read(_ name: String) throws -> String? {
    if name == "all" { return nil }
    let known = ProjectionModule.all.map(\.name)
    guard known.contains(name) else {
      throw OfficeError.unknown(.projection, text: name, candidates: known + ["all"])
    }
    return name
  }
}

import CanonicalJSON

/// Reads the members of a line; whatever is not as it should be is refused by its name.
struct ArchiveMembers {
  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  /// Refuses a member that is missing, and one that is not known.
  func expect(_ names: [String]) throws(ArchiveFault) {
    for name in names where object[name] == nil { throw .member(name) }
    guard object.count != names.count else { return }
    throw .member(object.keys.first { !names.contains($0) } ?? "")
  }

  func json(_ name: String) throws(ArchiveFault) -> JSON {
    guard let value = object[name] else { throw .member(name) }
    return value
  }

  func text(_ name: String, _ isFit: (String) -> Bool) throws(ArchiveFault) -> String {
    guard let text = object[name]?.string, isFit(text) else { throw .member(name) }
    return text
  }

  /// Nil where the member is null.
  func nullableText(
    _ name: String, _ isFit: (String) -> Bool = { _ in true }
  ) throws(ArchiveFault) -> String? {
    object[name] == .null ? nil : try text(name, isFit)
  }

  /// Nil where the member is absent.
  func optionalText(_ name: String, _ isFit: (String) -> Bool) throws(ArchiveFault) -> String? {
    object[name] == nil ? nil : try text(name, isFit)
  }

  func whole(_ name: String, from least: Int) throws(ArchiveFault) -> Int {
    guard case .number(let number)? = object[name], let whole = Int(exactly: number),
      whole >= least, whole <= 1 << 53
    else { throw .member(name) }
    return whole
  }

  func texts(_ name: String) throws(ArchiveFault) -> [String] {
    guard case .array(let elements)? = object[name] else { throw .member(name) }
    let texts = elements.compactMap(\.string)
    guard texts.count == elements.count else { throw .member(name) }
    return texts
  }

  /// Refuses a form that only a newer program knows.
  func expectFormat() throws(ArchiveFault) {
    let format = try whole("format", from: 1)
    guard format <= ArchivedDepartment.format else { throw .newerFormat(format) }
  }

  func flag(_ name: String) throws(ArchiveFault) -> Bool {
    guard case .bool(let flag)? = object[name] else { throw .member(name) }
    return flag
  }
}

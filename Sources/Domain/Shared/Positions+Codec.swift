import CanonicalJSON

/// Positions of department logs: an object from code to position.
extension JSON {
  init(positions: [DepartmentCode: Int]) {
    var object = JSONObject()
    for (code, position) in positions.sorted(by: { $0.key < $1.key }) {
      object[code.rawValue] = JSON(position)
    }
    self = .object(object)
  }
}

extension Fields {
  /// None when the member is absent.
  func optionalPositions(_ name: String) throws(PayloadError) -> [DepartmentCode: Int] {
    try optionalJSON(name) == nil ? [:] : positions(name)
  }

  func positions(_ name: String) throws(PayloadError) -> [DepartmentCode: Int] {
    let members = try object(name)
    var positions: [DepartmentCode: Int] = [:]
    for key in members.object.keys {
      guard let code = DepartmentCode(key) else {
        throw invalid(name, "\"\(key)\" is not a DepartmentCode")
      }
      positions[code] = try members.int(key)
    }
    return positions
  }
}

package import CanonicalJSON

extension Fields {
  /// An array of strings, each made into a value by the closure, whose nil refuses it.
  package func values<Value>(
    _ name: String, via make: (String) -> Value?
  ) throws(PayloadError) -> [Value] {
    var values: [Value] = []
    for text in try strings(name) {
      guard let value = make(text) else {
        throw invalid(name, "\"\(text)\" is not a \(Value.self)")
      }
      values.append(value)
    }
    return values
  }

  /// An array of whole numbers.
  func wholeNumbers(_ name: String) throws(PayloadError) -> [Int] {
    guard case .array(let elements) = try json(name) else {
      throw .wrongType(field: name, expected: "array", found: try json(name).kind)
    }
    var numbers: [Int] = []
    for element in elements {
      guard case .number(let number) = element, let whole = Int(exactly: number) else {
        throw invalid(name, "it holds something other than whole numbers")
      }
      numbers.append(whole)
    }
    return numbers
  }
}

/// Numbers as a person stated them. What JSON can't hold exactly becomes text, so
/// that a command can be written down before `decide` refuses it; events never
/// hold such numbers.
extension JSON {
  package init(stated number: Double) {
    self = number.isFinite ? .number(number) : .string("\(number)")
  }

  package init(stated number: Int) {
    self = Double(exactly: number).map(JSON.number) ?? .string("\(number)")
  }

  package init?(stated number: Double?) {
    guard let number else { return nil }
    self.init(stated: number)
  }

  package init?(stated number: Int?) {
    guard let number else { return nil }
    self.init(stated: number)
  }

  package init(_ ids: [some CustomStringConvertible]) {
    self.init(ids.map(\.description))
  }

  package init(_ money: Money) {
    self = [
      "minorUnits": JSON(stated: money.minorUnits), "currency": JSON(money.currency),
    ]
  }

  package init?(_ money: Money?) {
    guard let money else { return nil }
    self.init(money)
  }

  /// A command's content: its name, then what was stated.
  package static func command(_ name: String, _ stated: JSONObject) -> JSON {
    var object = stated
    object["command"] = .string(name)
    return .object(object)
  }
}

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

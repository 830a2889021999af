package import CanonicalJSON

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

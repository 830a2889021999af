import CanonicalJSON
import CivilTime

extension DesignItem {
  var payload: JSON {
    ["number": JSON(number), "title": JSON(title), "reasons": JSON(reasons)]
  }

  init(_ fields: Fields) throws(PayloadError) {
    self.init(
      number: try fields.int("number"), title: try fields.string("title"),
      reasons: try fields.strings("reasons"))
  }
}

extension TrainingSession {
  var payload: JSON {
    [
      "number": JSON(number), "date": JSON(text: date), "layers": JSON(layers.map(\.rawValue)),
      "title": JSON(title), "items": .array(items.map { JSON($0) }),
      "overrideReason": JSON(overrideReason),
    ]
  }

  init(_ fields: Fields) throws(PayloadError) {
    self.init(
      number: try fields.int("number"), date: try fields.value("date", via: LocalDate.init(iso:)),
      layers: try fields.values("layers", via: Layer.init(rawValue:)),
      title: try fields.string("title"), items: try fields.wholeNumbers("items"),
      overrideReason: try fields.optionalString("overrideReason"))
  }
}

extension Fields {
  fileprivate func wholeNumbers(_ name: String) throws(PayloadError) -> [Int] {
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

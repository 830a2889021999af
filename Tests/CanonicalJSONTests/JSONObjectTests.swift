import CanonicalJSON
import Testing

@Suite("Building JSON")
struct JSONObjectTests {
  @Test("Absent values leave no member; an explicit null stays")
  func absentValues() {
    let (minutes, link): (Int?, String?) = (nil, "https://example.org")
    let json: JSON = [
      "minutes": JSON(minutes), "spent": minutes.map { JSON($0) }, "link": JSON(link),
      "gone": nil, "kept": .null, "flag": true, "list": [1, 2.5, "x", .null],
    ]
    #expect(
      json.canonical
        == #"{"flag":true,"kept":null,"link":"https://example.org","list":[1,2.5,"x",null]}"#)
  }

  @Test("A member is set, replaced and removed")
  func members() {
    var object: JSONObject = ["a": 1]
    object["b"] = "two"
    object["a"] = 3
    #expect(object == ["b": "two", "a": 3])
    object["a"] = nil
    object["c"] = nil
    #expect(object.keys == ["b"])
    #expect(object["a"] == nil)
    #expect(object.map(\.value) == ["two"])
  }

  @Test("The order of members does not count, that of elements does")
  func equality() {
    let (object, other): (JSON, JSON) = (["a": 1, "b": [1, 2]], ["b": [1, 2], "a": 1])
    #expect(object == other)
    #expect(object != ["a": 1, "b": [2, 1]])
    #expect(object != ["a": 1, "b": [1, 2], "c": .null])
    #expect(object != ["a": 1, "c": [1, 2]])
  }

  @Test("Texts, lists and described values become JSON")
  func conversions() {
    let none: [String]? = nil
    #expect(JSON(["a", "b"]) == ["a", "b"])
    #expect(JSON(none) == Optional<JSON>.none)
    #expect(JSON(text: Optional(42)) == "42")
    #expect(
      [JSON.null, true, 1, "s", [], [:]].map(\.kind) == [
        "null", "boolean", "number", "string", "array", "object",
      ])
  }
}

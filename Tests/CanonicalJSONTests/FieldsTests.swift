import CanonicalJSON
import Testing

@Suite("Reading fields")
struct FieldsTests {
  private let fields = Fields([
    "title": "Draft", "minutes": 45, "predicted": 3.5, "done": true, "cycles": ["A-1", "A-2"],
    "nothing": .null, "big": 9_007_199_254_740_994.0,
    "owner": ["name": "a12", "layer": .null],
    "items": [["title": "one"], ["title": "two"]], "mixed": [["title": 1], "x"],
  ])

  @Test("Fields of the right type are read")
  func present() throws {
    #expect(try fields.string("title") == "Draft")
    #expect(try fields.int("minutes") == 45)
    #expect(try fields.double("predicted") == 3.5)
    #expect(try fields.double("minutes") == 45)
    #expect(try fields.bool("done"))
    #expect(try fields.strings("cycles") == ["A-1", "A-2"])
    #expect(try fields.object("owner").string("name") == "a12")
    #expect(
      try fields.array("items") { (item) throws(PayloadError) in try item.string("title") }
        == ["one", "two"])
    #expect(try fields.json("minutes") == 45)
    #expect(try fields.value("title") { $0.first } == "D")
  }

  @Test("An optional field that is absent or null is nil", arguments: ["nothing", "absent"])
  func optional(_ name: String) throws {
    #expect(try fields.optionalString(name) == nil)
    #expect(try fields.optionalInt(name) == nil)
    #expect(try fields.optionalDouble(name) == nil)
    #expect(try fields.optionalBool(name) == nil)
    #expect(try fields.optionalStrings(name) == nil)
    #expect(try fields.optionalObject(name) == nil)
    #expect(try fields.optionalArray(name) { (_) throws(PayloadError) in 0 } == nil)
    #expect(try fields.optionalValue(name, via: Int.init) == nil)
    #expect(throws: PayloadError.missing(field: name)) { try fields.string(name) }
    #expect(throws: PayloadError.missing(field: name)) { try fields.json(name) }
  }

  @Test("A field of another type is refused even if it is optional")
  func wrongType() {
    #expect(throws: PayloadError.wrongType(field: "title", expected: "number", found: "string")) {
      try fields.optionalInt("title")
    }
    #expect(throws: PayloadError.wrongType(field: "minutes", expected: "string", found: "number")) {
      try fields.string("minutes")
    }
    #expect(throws: PayloadError.wrongType(field: "title", expected: "array", found: "string")) {
      try fields.strings("title")
    }
    #expect(throws: PayloadError.wrongType(field: "payload", expected: "object", found: "array")) {
      try Fields(of: JSON.array([]))
    }
  }

  @Test("A field inside others is named by its path")
  func paths() {
    #expect(
      throws: PayloadError.wrongType(field: "mixed[0].title", expected: "string", found: "number")
    ) {
      try fields.array("mixed") { (item) throws(PayloadError) in try item.string("title") }
    }
    #expect(throws: PayloadError.wrongType(field: "mixed[0]", expected: "string", found: "object"))
    {
      try fields.strings("mixed")
    }
    #expect(throws: PayloadError.missing(field: "owner.layer")) {
      try fields.object("owner").string("layer")
    }
  }

  @Test("A fraction or a number beyond 2^53 is no whole number; a refused text is named")
  func invalid() {
    #expect(
      throws: PayloadError.invalid(
        field: "predicted", reason: "3.5 is not a whole number within 2^53")
    ) { try fields.int("predicted") }
    #expect(throws: PayloadError.self) { try fields.int("big") }
    #expect(throws: PayloadError.invalid(field: "title", reason: #""Draft" is not a Int"#)) {
      try fields.value("title", via: Int.init)
    }
    #expect(fields.invalid("a", "b").description == "The field a is not valid: b.")
  }
}

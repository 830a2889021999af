/// A language that people are addressed in; the raw value is its ISO 639-1 code.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case japanese = "ja"
}

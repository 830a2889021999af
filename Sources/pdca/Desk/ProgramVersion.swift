/// Which release of pdca this is.
enum ProgramVersion {
  static let number = "0.9.0"

  static var text: String { "pdca \(number)" }
}

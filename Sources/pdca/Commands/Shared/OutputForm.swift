import Bilingual
import Wording

/// The forms that something can be written in, told by the ending of a file's name.
enum OutputForm {
  /// The ending in lower case, without its point; nil for a name without one. `2026.11` has none:
  /// an ending holds a letter.
  static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let ending = name[dot...].dropFirst().lowercased()
    return ending.contains(where: \.isLetter) ? ending : nil
  }

  /// Refuses a name whose ending is none of these; one without an ending passes.
  static func require(_ path: String, _ endings: [String]) throws(OutputFormFault) {
    guard let ending = ending(of: path), !endings.contains(ending) else { return }
    throw OutputFormFault(path: path, forms: endings.map { ".\($0)" })
  }
}

/// A file's name that fits no form of what is to be written.
struct OutputFormFault: Error, Worded {
  let path: String
  /// Endings that fit.
  let forms: [String]

  var refused: Phrase {
    Phrase(
      en: "no form fits the name \(path): it can end with \(forms.joined(separator: ", ")).",
      ja: "\(path) に合う形式がありません。拡張子は \(forms.joined(separator: "、")) のいずれかです。")
  }

  var steps: [Step] {
    [
      Step(
        en: "Name one of these", ja: "形式を指定する",
        "--output \(ShellWord.quoted(stem + (forms.first ?? "")))")
    ]
  }

  private var stem: String { path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path }
}

import Glibc
import OperatingSystem

/// A text kept word for word in a file beside the test that makes it. With `PDCA_PIN` set it is
/// pinned anew: `make pins`.
package struct PinnedText {
  private let path: String

  package init(named name: String, beside file: String = #filePath) {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    path = folder.joined(separator: "/") + "/\(name).txt"
  }

  package init(at path: String) { self.path = path }

  /// The first line that differs, with the command that it belongs to; nil when none does. What is
  /// pinned anew still differs this once, so that nobody keeps pins unseen.
  package func firstDifference(from text: String) throws -> String? {
    let difference = Self.firstDifference(text, try TextFile.readIfPresent(path) ?? "")
    guard let difference, ProcessEnvironment.variables()["PDCA_PIN"] != nil else {
      return difference
    }
    pin(text)
    return "pinned anew, look at it (git diff): \(difference)"
  }

  private func pin(_ text: String) {
    let file = fopen(path, "w")
    fputs(text, file)
    fclose(file)
  }

  private static func firstDifference(_ found: String, _ pinned: String) -> String? {
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    let pinned = pinned.split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let place = found.indices.first(where: {
        !pinned.indices.contains($0) || found[$0] != pinned[$0]
      })
    else { return found.count == pinned.count ? nil : "pinned has more: \(pinned[found.count])" }
    let command = found[...place].last { $0.hasPrefix("━━") } ?? ""
    let other = pinned.indices.contains(place) ? pinned[place] : "nothing"
    return "\(command): \(found[place]) where \(other) is pinned"
  }
}

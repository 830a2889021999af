import Bilingual
import Glibc
import Office
import OperatingSystem
import PrivateServer
import Wording

/// The program beside this one that goes on running.
enum ServerProgram {
  private static var path: String { Directory.parent(of: Surroundings.program) + "/pdca-server" }

  /// Puts it in this process's place; settings go by the environment, where they are this account's alone.
  static func become(_ part: String, settings: ServeSettings) throws {
    setenv(ServeSettings.variable, settings.handedOver, 1)
    try become([part])
  }

  /// Puts it in this process's place.
  /// - Parameter words: the part of it first; none of them is secret.
  static func become(_ words: [String]) throws {
    guard access(path, X_OK) == 0 else { throw NoServerProgram(path: path) }
    let arguments: [UnsafeMutablePointer<CChar>?] = ([path] + words).map { strdup($0) } + [nil]
    execv(path, arguments)
    throw NoServerProgram(path: path)
  }

  /// The same with what every command takes.
  static func become(_ words: [String], _ global: GlobalOptions) throws {
    var words = words + ["--lang", global.language.rawValue]
    if let database = global.database { words += ["--database", database] }
    if let user = global.user { words += ["--user", user] }
    try become(words + (global.json ? ["--json"] : []))
  }
}

/// The program that serves is missing, or can't be run.
struct NoServerProgram: Error, Worded {
  let path: String

  var refused: Phrase {
    Phrase(
      en: "\(path) can't be run: it belongs beside pdca.", ja: "\(path) を実行できません。pdca と同じ場所に必要です。")
  }

  var steps: [Step] {
    [Step(en: "Install both", ja: "両方をインストールする", "make install")]
  }

  var isOfUnknown: Bool { true }
}

/// Where a server that runs tells who is signed in.
enum ServeDirectory {
  static var path: String {
    get throws { try LocalCluster.usual(Surroundings.variables).directory + "/serve" }
  }
}

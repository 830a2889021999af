import ArgumentParser
import Office
import OperatingSystem
import Proof

/// Where keys and kept checkpoints are.
struct AuditOptions: ParsableArguments {
  @Option(
    help: help(
      "Directory of the keys; without it PDCA_KEYS, or pdca/keys in the configuration directory.",
      "鍵のディレクトリ。省略時は PDCA_KEYS、または設定ディレクトリの pdca/keys です。"))
  var keys: String?

  var keyStore: KeyStore {
    get throws { KeyStore(directory: try keys ?? KeyStore.usualDirectory) }
  }

  /// The directory named, else `PDCA_CHECKPOINTS`, else `checkpoints` in the home of pdca.
  static func checkpoints(_ named: String?) throws -> CheckpointFolder {
    CheckpointFolder(path: try named ?? CheckpointFolder.usualPath)
  }
}

/// Keys that whoever checks was handed, by a way of its own.
struct OwnerKeyOption: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: help(
      "The verifier key, or a file of them, as the log's owner handed it to you.",
      "ログの所有者から受け取った検証鍵、またはそのファイル。"))
  var given: [String]

  func keys() throws -> [KnownKey] { try TrustedKeys.read(given) }
}

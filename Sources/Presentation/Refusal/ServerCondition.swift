import Bilingual
import Postgres
import Terminal

/// States of a server that are nobody's defect; a statement that met one saved nothing.
enum ServerCondition {
  case shutDown, nodeLost, readOnly, canceled, locked, outOfResources, ioError

  /// Nil for what is none of these.
  init?(_ error: ServerError) {
    switch error.sqlState.code {
    case let code where code.hasPrefix("57P"): self = .shutDown
    case let code where code.hasPrefix("08"): self = .nodeLost
    case "25006": self = .readOnly
    case "57014", "25P03": self = .canceled
    case "40P01", "40001", "55P03": self = .locked
    case let code where code.hasPrefix("53"): self = .outOfResources
    case let code where code.hasPrefix("58"): self = .ioError
    default: return nil
    }
  }

  /// Whether the same command may well succeed a moment later.
  static func passes(_ error: PostgresError) -> Bool {
    if case .tooManyConnections = error { return true }
    switch error.serverError.flatMap(Self.init) {
    case .locked, .canceled, .outOfResources, .shutDown, .nodeLost: return true
    case .readOnly, .ioError, nil: return false
    }
  }

  var exitCode: ExitCode { self == .ioError ? .ioError : .unavailable }

  var refused: Phrase {
    switch self {
    case .shutDown:
      Phrase(
        en: "the database is starting or shutting down. Nothing was saved.",
        ja: "データベースは起動中または停止中です。何も保存されていません。")
    case .nodeLost:
      Phrase(
        en: "a server that holds a part of the logs can't be reached. Nothing was saved.",
        ja: "記録の一部を保持しているサーバーに接続できません。何も保存されていません。")
    case .readOnly:
      Phrase(
        en: "the database takes no writes now (a standby, or read-only). Nothing was saved.",
        ja: "データベースは現在読み取り専用です（待機系など）。何も保存されていません。")
    case .canceled:
      Phrase(
        en: "the database cancelled it, since it took longer than it allows. Nothing was saved.",
        ja: "制限時間を超えたため、データベースが処理を取り消しました。何も保存されていません。")
    case .locked:
      Phrase(
        en: "others hold what it needs at this moment. Nothing was saved.",
        ja: "ほかの処理が使用中のため実行できません。何も保存されていません。")
    case .outOfResources:
      Phrase(
        en: "the database is short of resources. Nothing was saved.",
        ja: "データベースの資源が不足しています。何も保存されていません。")
    case .ioError:
      Phrase(
        en: "the database could not read or write its files. Nothing was saved.",
        ja: "データベースがファイルを読み書きできません。何も保存されていません。")
    }
  }
}

import ArgumentParser
import Bilingual
import Terminal

extension Language: TypedWord {}
extension ColorChoice: TypedWord {}

/// Where the records are, who asks, and in which language.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: help(
      "Database address; without it PDCA_DATABASE_URL, the configuration, or the private server.",
      "データベースの接続先。省略時は PDCA_DATABASE_URL、設定ファイル、専用サーバーの順に使います。"))
  var database: String?

  @Option(
    help: help(
      "Role to connect as; without it PDCA_USER or your own.",
      "接続に使うロール。省略時は PDCA_USER、または自分のアカウントです。"))
  var user: String?

  @Option(help: help("Language: en or ja.", "表示言語 (en または ja)。"))
  var lang: Language?
}

/// What every command takes that answers.
struct GlobalOptions: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions

  @Option(help: help("Color: auto, always or never.", "色付け (auto、always、never)。"))
  var color: ColorChoice = .auto

  @Flag(
    name: .customLong("json"),
    help: help("Answer with one JSON value.", "結果を JSON で出力します。"))
  var json = false

  @Flag(
    name: .customLong("no-input"),
    help: help("Never ask; refuse what is missing.", "対話入力をせず、不足があれば拒否します。"))
  var noInput = false

  @Flag(
    name: .customLong("no-pager"),
    help: help("Show long answers without a pager.", "長い結果でもページャーを使いません。"))
  var noPager = false

  var database: String? { connection.database }
  var user: String? { connection.user }
  var language: Language { connection.lang ?? .ofProcess }
}

extension GlobalOptions {
  /// Of a command that has no answers to give in another form.
  init(_ connection: ConnectionOptions) throws {
    self = try GlobalOptions.parse([])
    self.connection = connection
  }
}

/// What every command that writes takes besides.
struct WritingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: help(
      "When it was true: a date (its end), or an instant with offset.",
      "発生日時。日付(その日の終わり)、またはオフセット付きの時刻。"))
  var on: String?

  @Option(
    help: help(
      "Identity of this command (a UUID); repeating it is safe.",
      "このコマンドの識別子 (UUID)。同じ識別子で繰り返しても二重には記録されません。"))
  var commandId: String?

  @Option(
    help: help(
      "Refuse unless the item is still at this version.",
      "対象がこの版のままでなければ拒否します。"))
  var expect: Int?
}

/// Which department a command is about.
struct DepartmentOption: ParsableArguments {
  @Option(
    name: [.customShort("d"), .customLong("department")],
    help: help(
      "Department; without it PDCA_DEPARTMENT or the current one (department use).",
      "部門。省略時は PDCA_DEPARTMENT、または現在の部門 (department use)。"),
    completion: .ids(.departments))
  var code: String?
}

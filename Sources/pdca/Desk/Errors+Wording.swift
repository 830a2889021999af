import Bilingual
import Office
import Postgres
import PrivateServer
import Terminal
import Wording

extension ClusterError: Worded {
  var refused: Phrase {
    switch self {
    case .notCreated:
      Phrase(en: "there is no database yet.", ja: "データベースがまだありません。")
    case .otherVersion(let data, let programs, let directory):
      Phrase(
        en: "the data are of PostgreSQL \(data), and the programs in \(directory) of PostgreSQL "
          + "\(programs). Nothing was changed.",
        ja: "データは PostgreSQL \(data) のものですが、\(directory) にあるのは PostgreSQL \(programs) です。"
          + "データには何もしていません。")
    case .formerMissing(let version, let searched):
      Phrase(
        en:
          "the data are of PostgreSQL \(version), which only its own programs read, and there are "
          + "none in \(searched). Nothing was changed.",
        ja: "データは PostgreSQL \(version) のもので、読み取れるのは同じ版のプログラムだけですが、\(searched) に"
          + "ありません。データには何もしていません。")
    case .keptAlready(let path):
      Phrase(
        en: "\(path) holds the data of an earlier upgrade.",
        ja: "\(path) に、以前の移行で残したデータがあります。")
    case .otherAfterUpgrade(let draft):
      Phrase(
        en: "the logs in \(draft) are not those of the old data, which are in use as before.",
        ja: "\(draft) のログが旧版のデータと一致しません。これまでのデータをそのまま使います。")
    case .unreachable(let path, let mode, let account):
      Phrase(
        en: "the server runs as \(account), which can't get through \(path) "
          + "(mode \(String(mode, radix: 8))).",
        ja: "サーバーは \(account) として動きますが、\(path)（モード \(String(mode, radix: 8))）を通れません。")
    default: Phrase(both: description)
    }
  }

  var steps: [Step] {
    switch self {
    case .notCreated: [Step(en: "Begin", ja: "始める", "pdca init")]
    case .otherVersion(let data, let programs, _):
      programs > data
        ? [Step(en: "Bring them over", ja: "移行する", "pdca database upgrade")]
        : [Self.install(data)]
    case .formerMissing(let version, _):
      [
        Self.install(version),
        Step(
          en: "or say where they are", "pdca database upgrade --old /path/to/bin",
          ja: "または場所を指定する", "pdca database upgrade --old /path/to/bin"),
      ]
    case .keptAlready(let path):
      [Step(en: "Move it away", ja: "別の場所に移す", "mv \(ShellWord.quoted(path)) <directory>")]
    case .unreachable(let path, _, _):
      [
        Step(en: "Let it through", ja: "通れるようにする", "chmod o+x \(ShellWord.quoted(path))"),
        Step(en: "or choose another place", ja: "または別の場所を使う", "export PDCA_HOME=/srv/pdca"),
      ]
    default: []
    }
  }

  private static func install(_ version: Int) -> Step {
    Step(
      en: "Install them beside the others", ja: "その版も入れる", "apt-get install postgresql-\(version)")
  }
}

extension TargetError: Worded {
  var refused: Phrase {
    switch self {
    case .malformed(let reason):
      Phrase(
        en: "the database address can't be read: \(reason)", ja: "データベースのアドレスを読み取れません: \(reason)")
    case .empty(let option): Phrase(en: "\(option) is empty.", ja: "\(option) が空です。")
    case .passwordInArgument:
      Phrase(
        en: "a password in --database is refused: everyone on this machine can read a command's "
          + "arguments.",
        ja: "--database にパスワードは指定できません。コマンドの引数は、このマシンの誰からでも見えるためです。")
    }
  }

  var steps: [Step] {
    switch self {
    case .malformed: []
    case .empty(let option):
      [
        Step(
          Phrase(
            en: "Leave it out to go by the environment, the configuration or the private server.",
            ja: "\(option) を省くと、環境変数、設定ファイル、専用サーバーの順に使います。"))
      ]
    case .passwordInArgument:
      [
        Step(
          Phrase(
            en: "Keep it in ~/.pgpass, or set PGPASSWORD or PDCA_DATABASE_URL.",
            ja: "~/.pgpass に書くか、PGPASSWORD または PDCA_DATABASE_URL に設定してください。"))
      ]
    }
  }
}

extension ConfigurationFault: Worded {
  var refused: Phrase {
    Phrase(
      en: "line \(line) of \(path) is not understood: \(text)",
      ja: "\(path) の \(line) 行目を読み取れません: \(text)")
  }
  var steps: [Step] { [] }
}

extension PromptFault: Worded {
  var refused: Phrase {
    switch self {
    case .notInteractive:
      Phrase(en: "something is missing and can't be asked for.", ja: "入力が不足しています。")
    case .cancelled, .interrupted:
      Phrase(en: "cancelled. Nothing was saved.", ja: "中止しました。何も保存されていません。")
    }
  }
  var steps: [Step] { [] }
}

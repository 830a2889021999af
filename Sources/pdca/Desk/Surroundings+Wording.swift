import Bilingual
import OperatingSystem
import Wording

extension ProcessInput.Fault: Worded {
  var refused: Phrase {
    switch self {
    case .argument(let number, let shown):
      Phrase(
        en: "argument \(number) is not UTF-8: \(shown). Nothing was recorded.",
        ja: "\(number) 番目の引数が UTF-8 ではありません: \(shown)。何も記録していません。")
    case .variable(let name):
      Phrase(
        en: "the variable \(name) is not UTF-8. Nothing was recorded.",
        ja: "環境変数 \(name) の値が UTF-8 ではありません。何も記録していません。")
    }
  }

  var steps: [Step] {
    [
      Step(
        Phrase(
          en: "Set the terminal, or the script that calls this, to UTF-8.",
          ja: "端末、または呼び出し元のスクリプトの文字コードを UTF-8 にしてください。"))
    ]
  }
}

extension DirectoryFault: Worded {
  var refused: Phrase {
    switch self {
    case .homeless(let account):
      Phrase(
        en: "there is no place for files: HOME names no directory, and neither does the entry of "
          + "\(account ?? "this account") in the list of users.",
        ja: "ファイルの置き場所が決まりません。HOME にも、\(account ?? "このアカウント")の登録情報にも"
          + "ホームディレクトリがありません。")
    case .relative(let variable, let path):
      Phrase(
        en: "\(variable) must be absolute: it is \(path), which would mean another place in every "
          + "directory.",
        ja: "\(variable) は絶対パスで指定してください。\(path) では、作業ディレクトリごとに別の場所になります。")
    case .root(let variable):
      Phrase(
        en: "\(variable) is the root directory; name one below it.",
        ja: "\(variable) にルートディレクトリは指定できません。")
    case .malformed(let variable):
      Phrase(
        en: "\(variable) holds a control character.", ja: "\(variable) に制御文字が含まれています。")
    case .tooLong(let variable, let length, let limit):
      Phrase(
        en: "\(variable) is too long: \(length) bytes, and \(limit) are possible.",
        ja: "\(variable) が長すぎます。上限は\(limit)バイトですが、\(length)バイトあります。")
    }
  }

  var steps: [Step] {
    switch self {
    case .homeless:
      [Step(en: "Name one", ja: "指定する", "HOME=/path/to/home \(Surroundings.commandLine)")]
    case .relative(let variable, _), .root(let variable), .malformed(let variable),
      .tooLong(let variable, _, _):
      [Step(en: "Such as", ja: "例", "export \(variable)=/srv/pdca")]
    }
  }
}

extension UnnamedTimeZone: Worded {
  var refused: Phrase {
    Phrase(
      en: "this machine's time zone has no name: \(found) is a rule of its own.",
      ja: "このマシンのタイムゾーンには名前がありません。\(found) は独自の規則です。")
  }

  var steps: [Step] {
    [Step(en: "Name it", ja: "指定する", "pdca init --time-zone Asia/Tokyo")]
  }
}

extension MachineTimeZone.Source {
  /// Where it is written.
  var words: Phrase {
    switch self {
    case .variable: Phrase(both: "TZ")
    case .localtime: Phrase(both: "/etc/localtime")
    case .timezone: Phrase(both: "/etc/timezone")
    case .nothing:
      Phrase(en: "nothing on this machine says another", ja: "このマシンに設定がないため")
    }
  }
}

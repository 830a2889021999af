import Bilingual
import Glibc
import Wording

/// A file that can't be written.
struct OutputFault: Error, Worded {
  let path: String
  /// The system's.
  let number: Int32

  private var reason: String { String(cString: strerror(number)) }

  var refused: Phrase {
    Phrase(
      en: "\(path) can't be written: \(reason). Nothing was left there.",
      ja: "\(path) に書き込めません: \(reason)。ファイルは作成していません。")
  }

  var steps: [Step] {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let quoted = ShellWord.quoted(folder.isEmpty ? "/" : folder)
    switch number {
    case ENOENT: return [Step(en: "Make its directory", ja: "ディレクトリを作成する", "mkdir -p \(quoted)")]
    case ENOSPC: return [Step(en: "See what is left", ja: "空き容量を確認する", "df -h \(quoted)")]
    case EACCES, EPERM, EROFS:
      return [Step(en: "See who may write there", ja: "書き込み権限を確認する", "ls -ld \(quoted)")]
    default: return [Step(Phrase(en: "Name another file.", ja: "別のファイルを指定してください。"))]
    }
  }
}

import Bilingual
import CivilTime
import Wording

extension TimeZoneError: Worded {
  var refused: Phrase {
    switch self {
    case .invalidIdentifier(let name):
      Phrase(
        en: "\"\(name)\" does not name a time zone. Names look like Asia/Tokyo.",
        ja: "「\(name)」はタイムゾーンの名前ではありません。Asia/Tokyo のように指定してください。")
    case .noDatabase(let directory):
      Phrase(
        en: "there are no time zone files in \(directory).", ja: "\(directory) にタイムゾーンのファイルがありません。")
    case .unknownZone(let name, let directory):
      Phrase(
        en: "there is no time zone \(name) in \(directory).",
        ja: "タイムゾーン \(name) は \(directory) にありません。")
    case .malformed(let name, let reason):
      Phrase(
        en: "the file of the time zone \(name) can't be read: \(reason).",
        ja: "タイムゾーン \(name) のファイルを読み取れません: \(reason)。")
    }
  }

  var steps: [Step] {
    switch self {
    case .invalidIdentifier: []
    case .noDatabase:
      [Step(en: "Install them", ja: "インストールする", "apt-get install tzdata")]
    case .unknownZone(_, let directory):
      [
        Step(en: "See the names", ja: "名前の一覧を見る", "ls \(directory)"),
        Step(en: "Older names come with", ja: "旧名を使えるようにする", "apt-get install tzdata-legacy"),
      ]
    case .malformed:
      [Step(en: "Install it again", ja: "インストールし直す", "apt-get install --reinstall tzdata")]
    }
  }
}

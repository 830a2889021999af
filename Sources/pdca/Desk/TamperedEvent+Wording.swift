import Bilingual
import Office
import Wording

extension TamperedEvent: Worded {
  var refused: Phrase {
    Phrase(
      en: "event \(reference) is not what was recorded: its hash differs, or it is missing. "
        + "The export was stopped.",
      ja: "イベント \(reference) が記録時の内容と一致しません (ハッシュ不一致または欠落)。書き出しを中止しました。")
  }

  var steps: [Step] {
    [Step(en: "See all that is wrong", ja: "すべての不一致を確認する", "pdca audit verify")]
  }
}

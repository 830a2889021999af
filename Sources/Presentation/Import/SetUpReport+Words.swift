package import Bilingual
package import CanonicalJSON
package import Office
package import Wording

extension SetUpReport {
  package func json(_ language: Language) -> JSON {
    [
      "added": JSON(isDryRun || isDone ? added : 0), "known": JSON(known),
      "dryRun": JSON(isDryRun),
      "refused": .array(
        refused.map {
          ["line": JSON($0.line), "error": .string($0.wording.refused(language))]
        }),
    ]
  }

  package var summary: Phrase {
    let added = isDone || isDryRun ? added : 0
    let end = end
    return Phrase(
      en: "\(added) \(isDryRun ? "would be added" : "added"), \(known) there already, "
        + "\(refused.count) refused." + end.en,
      ja: "\(isDryRun ? "追加予定" : "追加") \(added)、登録済み \(known)、拒否 \(refused.count)。" + end.ja)
  }

  private var end: Phrase {
    if isDone { return Phrase(both: "") }
    return isDryRun
      ? Phrase(en: " A dry run: nothing was written.", ja: "確認のみです。何も書き込んでいません。")
      : Phrase(en: " Nothing was written.", ja: "何も書き込んでいません。")
  }
}

extension SetUpRefusal {
  package var wording: any Worded {
    if let row = reason as? UnreadableRow { return row }
    return OfficeFailure(reason).wording
  }
}

extension UnreadableRow: Worded {
  package var refused: Phrase { fault.words(in: encoding) }
  package var steps: [Step] { [] }
}

extension FileTermFault: Worded {
  package var refused: Phrase {
    Phrase(
      en: "\(column): \"\(text)\" is none of \(choices.map(\.term).joined(separator: ", ")).",
      ja: "\(column): 「\(text)」は \(choices.map(\.written).joined(separator: "、")) のいずれでもありません。")
  }

  package var steps: [Step] { [] }
}

extension AttendanceFault: Worded {
  package var refused: Phrase {
    let reason =
      row?.refused
      ?? Phrase(
        en: "a line has a session's number, an account, and two times such as 9:40 and 17:00",
        ja: "回の番号、アカウント、開始と終了の時刻（9:40 など）が必要です")
    return Phrase(
      en: "Line \(line) can't be taken: \(reason.en). Nothing was recorded.",
      ja: "\(line)行目を読み取れません: \(reason.ja)。何も記録していません。")
  }

  package var steps: [Step] {
    [Step(en: "See the columns", ja: "列を確認する", "pdca subsidy attend --help")]
  }
}

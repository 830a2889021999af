package import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
package import Office
import Orders
package import Wording

extension ImportedActions {
  /// - Parameter errors: refused lines with what was said of them.
  package func json(errors: [(line: Int, error: String)]) -> JSON {
    [
      "read": JSON(read), "added": JSON(report.added), "known": JSON(report.known),
      "refused": JSON(refused), "journals": JSON(report.journals.map { "\($0)" }),
      "departments": JSON(report.departments.map { "\($0)" }), "dryRun": JSON(isDryRun),
      "errors": .array(errors.map { ["line": JSON($0.line), "error": .string($0.error)] }),
    ]
  }

  package var lines: [Phrase] { [counts] + outcome }

  private var counts: Phrase {
    let counts = [read, report.added, report.known, refused].map(NumberText.whole)
    let isPlanned = isDryRun && !isUndone
    return Phrase(
      en: "\(counts[0]) \(read == 1 ? "line" : "lines") read: "
        + "\(counts[1]) \(isPlanned ? "would be added" : "added"), \(counts[2]) there already, "
        + "\(counts[3]) refused.",
      ja: "\(counts[0]) 行を読み込みました: \(isPlanned ? "追加予定" : "追加") \(counts[1])、"
        + "記録済み \(counts[2])、拒否 \(counts[3])。")
  }

  private var outcome: [Phrase] {
    if isUndone { return [Phrase(en: "Nothing was written.", ja: "何も書き込んでいません。")] }
    let dry = Phrase(en: "A dry run: nothing was written.", ja: "確認のみです。何も書き込んでいません。")
    return (isDryRun ? [dry] : []) + [departments, journals].compactMap(\.self)
  }

  private var departments: Phrase? {
    guard !report.departments.isEmpty else { return nil }
    let list = Phrase(listing: report.departments)
    return isDryRun
      ? Phrase(
        en: "Departments that would be registered: \(list.en)", ja: "登録予定の部門: \(list.ja)")
      : Phrase(en: "Departments registered: \(list.en)", ja: "登録した部門: \(list.ja)")
  }

  private var journals: Phrase? {
    guard !report.journals.isEmpty else { return nil }
    let list = Phrase(listing: report.journals)
    return isDryRun
      ? Phrase(en: "Journals that would be opened: \(list.en)", ja: "開始予定の活動記録: \(list.ja)")
      : Phrase(en: "Journals opened: \(list.en)", ja: "開始した活動記録: \(list.ja)")
  }

  /// What helps where departments are unknown; nil where none is.
  package var hint: Phrase? {
    guard !unknown.isEmpty else { return nil }
    let list = unknown.prefix(20).joined(separator: ", ")
    return Phrase(
      en: "Unknown departments: \(list). Repeat it with --create-departments to register them.",
      ja: "未登録の部門: \(list)。登録しながら取り込むには --create-departments を付けて再実行してください。")
  }
}

extension ImportStopped {
  /// How far it came.
  package var words: Phrase {
    let (added, line) = (NumberText.whole(added), NumberText.whole(line))
    return isDryRun
      ? Phrase(
        en: "Stopped behind line \(line); nothing was written.",
        ja: "\(line) 行目より後を読み取れません。何も書き込んでいません。")
      : Phrase(
        en:
          "Stopped behind line \(line): \(added) added. Mend the rest and run it again; nothing is "
          + "doubled.",
        ja: "\(line) 行目より後を読み取れません。追加 \(added) 行。直してもう一度実行すると続きから取り込みます"
          + "（二重には記録されません）。")
  }
}

extension ImportInterrupted {
  /// How far it came.
  package var words: Phrase {
    let added = NumberText.whole(added)
    return Phrase(
      en: "Interrupted: \(added) added. Run it again to go on; nothing is doubled.",
      ja: "中断しました。追加 \(added) 行。もう一度実行すると続きから取り込みます（二重には記録されません）。")
  }
}

extension ActionLineFault {
  /// The refusal's first sentence.
  package func sentence(_ language: Language) -> String {
    reason(language).firstSentence(language)
  }

  private var reason: Phrase {
    switch self {
    case .row(let fault, let encoding): fault.words(in: encoding)
    case .line(let fault): fault.words
    case .json(let error): error.words
    case .notObject: Phrase(en: "An object is needed.", ja: "オブジェクトが必要です。")
    case .sameKey(let one, let other):
      Phrase(
        en: "The keys \(one) and \(other) mean the same.", ja: "キー \(one) と \(other) は同じ意味です。")
    case .notText(let key):
      Phrase(en: "\(key) is no text.", ja: "\(key) が文字列ではありません。")
    case .file(let fault): fault.refused
    case .input(let fault): fault.refused
    case .noActor: Phrase(en: "The actor is empty.", ja: "実施者（actor）が空です。")
    case .unknownDepartment(let code):
      OrderError.unknownDepartment(code, known: []).refused
    case .otherDepartment(let cycle, let department):
      Phrase(
        en: "\(cycle) is no cycle of \(department).",
        ja: "\(cycle) は \(department) のミニPDCAではありません。")
    case .refused(.rule(let refusal)): refusal.refused
    case .refused(.department(let error)): error.refused
    }
  }
}

extension ActionFileFault: Worded {
  package var refused: Phrase {
    switch self {
    case .noHeader:
      Phrase(en: "the file has no header line.", ja: "ファイルに見出し行がありません。")
    case .badHeader(let line, let fault, let encoding):
      Phrase(
        en: "line \(line), which should name the columns, can't be read. "
          + fault.words(in: encoding).en,
        ja: "列名の行（\(line) 行目）を読み取れません。" + fault.words(in: encoding).ja)
    case .missingColumn(let place, let found):
      Phrase(
        en: "the file has no column \(place.name). It has: \(found.joined(separator: ", ")).",
        ja: "ファイルに列 \(place.name) がありません。ある列: \(found.joined(separator: "、"))。")
    case .otherUnit(let column, let unit):
      Phrase(
        en: "\(column) is in \(unit); durations are read in minutes (min) or hours (h).",
        ja: "「\(column)」の単位は \(unit) です。所要時間は分または時間で指定してください。")
    case .doubleColumn(let found):
      Phrase(
        en: "two columns of the file mean the same: \(found.joined(separator: ", ")).",
        ja: "ファイルに同じ意味の列が二つあります: \(found.joined(separator: "、"))。")
    }
  }

  package var steps: [Step] {
    let columns = Step(
      en: "Name the columns", ja: "列名をつける", "department,occurred_at,actor,text")
    if case .otherUnit = self {
      return [Step(en: "Name the column", ja: "列名をつける", "minutes")]
    }
    guard case .noHeader = self else { return [columns] }
    let lines = Step(en: "or say that it is NDJSON", ja: "または NDJSON と指定する", "--format ndjson")
    return [columns, lines]
  }
}

extension String {
  /// Up to the first full stop that ends a sentence.
  fileprivate func firstSentence(_ language: Language) -> String {
    let stop = language.choose(". ", "。")
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(stop) { return String(self[...rest.startIndex]) }
      rest = rest.dropFirst()
    }
    return self
  }
}

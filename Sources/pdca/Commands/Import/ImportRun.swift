import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import Postgres
import Presentation
import Reviews
import Terminal
import Tracker
import Wording

/// An import as it goes on: lines in, refusals told at once, a summary at the end.
struct ImportRun {
  private let desk: Desk
  private var actions: ActionImport
  private var reading: RecordReading
  private var read = 0
  /// Of the file, the last that came.
  private var lastLine = 0
  /// Lines that could not be read as an action.
  private var unreadable = 0
  /// Of all lines refused.
  private var errors: [(line: Int, error: String)] = []
  private var bar: ProgressBar

  init(
    _ desk: Desk, _ department: DepartmentOption, _ dates: DateReader, isDryRun: Bool,
    createsDepartments: Bool
  ) throws {
    self.desk = desk
    actions = ActionImport(desk.tracker, isDryRun: isDryRun)
    reading = try RecordReading(
      desk, department, dates, createsDepartments: createsDepartments)
    bar = Self.bar(desk, total: 0)
  }

  /// - Parameter total: 0 where it isn't known.
  private static func bar(_ desk: Desk, total: Int) -> ProgressBar {
    ProgressBar(
      label: desk.answer.say("Lines", "行"), total: total, language: desk.answer.language)
  }

  var refused: Int { unreadable + actions.report.refused }

  mutating func take(all records: RecordFile) throws {
    if desk.answer.console.isErrorTerminal { bar = Self.bar(desk, total: records.lineCount ?? 0) }
    defer { bar.finish() }
    let note = { (form: Phrase) in
      desk.answer.console.note(safe(form(desk.answer.language)))
    }
    try records.read(onForm: note) { record in
      try Interruption.check()
      try take(record)
      bar.update(record.line)
    }
    try actions.finish()
  }

  private mutating func take(_ record: Record) throws {
    read += 1
    lastLine = record.line
    do {
      let line = try reading.line(record) { try actions.create($0) }
      if let refusal = try actions.add(line) { tell(refusal.phrase, record.line) }
    } catch let problem as RecordProblem {
      unreadable += 1
      tell(problem.phrase, record.line)
    }
  }

  /// The refusal's first sentence, on standard error.
  private mutating func tell(_ reason: Phrase, _ line: Int) {
    bar.finish()
    let language = desk.answer.language
    let sentence = safe(reason(language).firstSentence(language))
    if desk.answer.isJSON { errors.append((line, sentence)) }
    desk.answer.console.note(
      desk.answer.say("line \(line): \(sentence)", "\(line) 行目: \(sentence)"))
  }

  /// Says how far it came where the rest can't be read, and appends what was taken before.
  mutating func tellStop() throws {
    if read == 0 { return }
    try actions.finish()
    if !actions.isDryRun { try actions.project() }
    let (added, line) = (NumberText.whole(actions.report.added), NumberText.whole(lastLine))
    desk.answer.console.note(
      actions.isDryRun
        ? desk.answer.say(
          "Stopped behind line \(line); nothing was written.",
          "\(line) 行目より後を読み取れません。何も書き込んでいません。")
        : desk.answer.say(
          "Stopped behind line \(line): \(added) added. Mend the rest and run it again; nothing is "
            + "doubled.",
          "\(line) 行目より後を読み取れません。追加 \(added) 行。直してもう一度実行すると続きから取り込みます"
            + "（二重には記録されません）。"))
  }

  func tellInterruption() {
    let added = NumberText.whole(actions.report.added)
    desk.answer.console.note(
      desk.answer.say(
        "Interrupted: \(added) added. Run it again to go on; nothing is doubled.",
        "中断しました。追加 \(added) 行。もう一度実行すると続きから取り込みます（二重には記録されません）。"))
  }

  /// Brings the read models up to date and sums up.
  mutating func tell(isUndone: Bool) throws {
    if !isUndone { try actions.project() }
    if let hint = reading.hint { desk.answer.console.note(hint(desk.answer.language)) }
    let summary = ImportSummary(
      read: read, refused: refused, errors: errors, report: actions.report, isUndone: isUndone,
      isDryRun: actions.isDryRun)
    desk.answer.give(json: summary.json) { summary.lines(desk.answer) }
  }
}

/// What an import came to.
struct ImportSummary {
  let read: Int
  let refused: Int
  let errors: [(line: Int, error: String)]
  let report: ImportReport
  let isUndone: Bool
  let isDryRun: Bool

  private var added: Int { isUndone ? 0 : report.added }

  var json: JSON {
    [
      "read": JSON(read), "added": JSON(added), "known": JSON(report.known),
      "refused": JSON(refused),
      "journals": JSON(isUndone ? [] : report.journals.map { "\($0)" }),
      "departments": JSON(isUndone ? [] : report.departments.map { "\($0)" }),
      "dryRun": JSON(isDryRun),
      "errors": .array(errors.map { ["line": JSON($0.line), "error": .string($0.error)] }),
    ]
  }

  func lines(_ answer: Answer) -> [String] {
    [counts(answer)] + outcome(answer)
  }

  private func counts(_ answer: Answer) -> String {
    let counts = [read, added, report.known, refused].map(NumberText.whole)
    let isPlanned = isDryRun && !isUndone
    return answer.say(
      "\(counts[0]) \(read == 1 ? "line" : "lines") read: "
        + "\(counts[1]) \(isPlanned ? "would be added" : "added"), \(counts[2]) there already, "
        + "\(counts[3]) refused.",
      "\(counts[0]) 行を読み込みました: \(isPlanned ? "追加予定" : "追加") \(counts[1])、"
        + "記録済み \(counts[2])、拒否 \(counts[3])。")
  }

  private func outcome(_ answer: Answer) -> [String] {
    if isUndone { return [answer.say("Nothing was written.", "何も書き込んでいません。")] }
    let dry = answer.say("A dry run: nothing was written.", "確認のみです。何も書き込んでいません。")
    return (isDryRun ? [dry] : []) + [departments(answer), journals(answer)].compactMap(\.self)
  }

  private func departments(_ answer: Answer) -> String? {
    guard !report.departments.isEmpty else { return nil }
    let list = Phrase.list(report.departments, answer)
    return isDryRun
      ? answer.say("Departments that would be registered: \(list)", "登録予定の部門: \(list)")
      : answer.say("Departments registered: \(list)", "登録した部門: \(list)")
  }

  private func journals(_ answer: Answer) -> String? {
    guard !report.journals.isEmpty else { return nil }
    let list = Phrase.list(report.journals, answer)
    return isDryRun
      ? answer.say("Journals that would be opened: \(list)", "開始予定の活動記録: \(list)")
      : answer.say("Journals opened: \(list)", "開始した活動記録: \(list)")
  }
}

extension ImportRefusal {
  var phrase: Phrase {
    switch self {
    case .rule(let refusal): refusal.refused
    case .department(let error): error.refused
    }
  }
}

extension String {
  /// Up to the first full stop that ends a sentence.
  func firstSentence(_ language: Language) -> String {
    let stop = language.choose(". ", "。")
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(stop) { return String(self[...rest.startIndex]) }
      rest = rest.dropFirst()
    }
    return self
  }
}

package import Bilingual
import CivilTime
package import Domain
import ReadModels
package import Reviews
import Statistics
import Terminal
import Wording

/// A report in words, in one language.
package struct ReviewWords: Sendable {
  let report: ReviewReport
  let language: Language
  /// Computed once: several parts tell of them.
  let improvements: [ImprovementPoint]
  let routineSteps: [ReviewStep]
  let extent: SectionExtent

  /// - Parameter rest: the command that shows everything, where reviews of all departments give the
  ///   beginning of long sections alone; nil for all of it. Executives always get a page.
  package init(_ report: ReviewReport, _ language: Language, rest: String? = nil) {
    self.report = report
    self.language = language
    improvements = report.improvements
    routineSteps = report.routineSteps
    extent = SectionExtent(report, rest: rest)
  }

  func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }

  /// Of a brief review at most as many lines as its reader has time for: what is needed least is left to
  /// the whole review until it fits.
  package var document: Document {
    var told = told
    var document = document(of: told)
    guard let most = extent.lines else { return document }
    for sparing in Sparing.all where document.lines(Layout()).count > most {
      guard told.spare(sparing) else { continue }
      document = self.document(of: told)
    }
    return document
  }

  private func document(of told: ToldSections) -> Document {
    Document(
      language: language,
      title: Self.title(report.review.period, language) + soFar, subtitle: subtitle,
      lead: summary, sections: inLines(told.sections, foot: foot(told)), isOnePage: extent == .page)
  }

  /// Sections that say something; those that don't become one line together, and so does what is left
  /// to the whole review.
  private var told: ToldSections {
    var told = ToldSections()
    for part in report.parts {
      guard let section = section(part) else { continue }
      guard !isLeft(part) else {
        // A week names what it leaves out but that which every week leaves out.
        let isUsual = extent.isWeek && [.causes, .actions].contains(part)
        if !section.blocks.isEmpty, !isUsual { told.leave(section.title) }
        continue
      }
      guard !section.blocks.isEmpty else {
        told.silent.append(section.title)
        continue
      }
      let (beginning, more) = extent.size(of: part).map(section.shortened) ?? (section, 0)
      var short = extent.isQuiet ? beginning.inOneLine(say("; ", "、")) : beginning
      if extent.isWeek, [.lessons, .issues, .decisions].contains(part) {
        short = short.headingItems
      }
      // What was promised is the next step of a quiet week, and needs no part of its own.
      if part == .next, extent.isQuiet, let promised = told.remove(.promised) {
        short.blocks = promised.blocks + short.blocks
      }
      told.add(part, short, without: more)
    }
    return told
  }

  /// Whether it is left to the whole review: in a department's week also decisions that only go on, lessons
  /// that only wait, and what else is worth a look where something is getting worse or wasn't done.
  private func isLeft(_ part: ReviewPart) -> Bool {
    guard extent.shows(part) else { return true }
    guard extent.isOfWeek else { return false }
    switch part {
    case .decisions: return (report.madeDecisions + report.doneDecisions).isEmpty
    case .lessons: return !hasNewLessons
    case .improvements: return !(report.worsening.isEmpty && promises.isEmpty)
    default: return false
    }
  }

  private func foot(_ told: ToldSections) -> [DocumentBlock] {
    guard extent.isBrief else { return [] }
    let left = told.left.map { title, count in
      count.map { say("\($0) of \(title)", "\(title)\(gap(title))\($0)件") } ?? title
    }
    if extent.isQuiet { return quietFoot(left) }
    let rest = extent.rest.map { say(" (\($0))", "（\($0)）") } ?? ""
    let more = say("Left to the whole review\(rest)", "全体版\(rest)に続きがあるもの")
    // That a week has nothing on something goes without saying.
    let nothing = extent.isWeek ? [] : told.silent
    let lines = [(say("Nothing on", "特に記録のない項目"), nothing), (more, left)]
      .filter { !$0.1.isEmpty }.map { labeled($0.0, list($0.1) + say(".", "。")) }
    return lines.map { .paragraph($0) }
  }

  /// That a quiet week has nothing on most things goes without saying.
  private func quietFoot(_ left: [String]) -> [DocumentBlock] {
    guard !left.isEmpty, let rest = extent.rest else { return [] }
    return [.paragraph(labeled(say("The rest", "続き"), rest))]
  }

  /// Sections of one sentence are lines with their title, those that follow each other together; below
  /// all but the charts stands what there is nothing of, and what is left out.
  private func inLines(
    _ sections: [DocumentSection], foot: [DocumentBlock]
  ) -> [DocumentSection] {
    guard extent.isBrief else { return sections }
    let charts = sections.firstIndex(where: \.startsPage) ?? sections.endIndex
    var lines: [DocumentSection] = []
    for section in sections[..<charts] {
      guard section.blocks.count == 1, case .paragraph(let text) = section.blocks[0] else {
        lines.append(section)
        continue
      }
      lines.add(.paragraph(labeled(section.title, text)))
    }
    for line in foot { lines.add(line) }
    return lines + sections[charts...]
  }

  private func section(_ part: ReviewPart) -> DocumentSection? {
    switch part {
    case .worse: worse
    case .promised: promised
    case .better: better
    case .said: said
    case .asked: asked
    case .kpis: kpis
    case .causes: causes
    case .stuck: stuck
    case .cycles: cycles
    case .actions: actions
    case .decisions: decisions
    case .lessons: lessons
    case .related: related
    case .issues: issues
    case .training: training
    case .investment: investment
    case .late: late
    case .trends: trends
    case .comparison: comparison
    case .leadTimes: report.analysis.map(leadTimes)
    case .reuse: report.analysis.map(reuse)
    case .coverage: report.analysis.map(coverage)
    case .improvements: improvementPoints
    case .next: next
    case .charts: charts
    }
  }

  /// `Week 47 of 2026 (16–22 November)`, `2026年11月第3週（16日〜22日）`; `November 2026`,
  /// `2026年11月`.
  package static func title(_ period: ReviewPeriod, _ language: Language) -> String {
    switch period {
    case .week(let week):
      language.choose("W", "")
        + DateText.week(week, language).dropFirst(language == .english ? 1 : 0)
    case .month(let month): DateText.month(month, language)
    }
  }

  private var soFar: String {
    let first = report.days.first
    let since =
      first < report.review.period.firstDay ? say(", since \(day(first))", "（\(day(first))以降）") : ""
    return since + untilToday
  }

  private var untilToday: String {
    report.readOn.map { say(", so far (until \(day($0)))", "（\(day($0))までの途中経過）") } ?? ""
  }

  private var subtitle: String {
    let kind =
      switch report.review.period.kind {
      case .weekly: say("Weekly review", "週次レビュー")
      case .monthly: say("Monthly analysis", "月次分析")
      }
    let whose =
      report.isWhole
      ? say("\(report.name), all departments", "\(report.name)（全部門）")
      : say(
        "\(report.name) (\(report.review.department))",
        "\(report.name)（\(report.review.department)）")
    let cut = report.audience.map { self.cut($0) } ?? ""
    return say("\(kind) of \(whose)\(cut)", "\(whose) \(kind)\(cut)")
  }

  private func cut(_ audience: Audience) -> String {
    switch audience {
    case .executive: say(", for executives", "（経営層向け）")
    case .promoter: say(", for promoters", "（推進役向け）")
    case .field: say(", for the field", "（現場向け）")
    }
  }

  func day(_ date: LocalDate) -> String { date.prose(language) }

  /// - Parameter nothing: what the whole review says of a section without anything.
  func section(_ title: String, _ blocks: [DocumentBlock], nothing: String) -> DocumentSection {
    let blocks = blocks.filter { !$0.isEmpty }
    guard blocks.isEmpty, !extent.isBrief else {
      return DocumentSection(title: title, blocks: blocks)
    }
    return DocumentSection(title: title, blocks: [.paragraph(nothing)])
  }

  /// What people call the account.
  func person(_ account: Account) -> String { report.names(account) }

  /// Names in a row.
  func list(_ texts: [String]) -> String { texts.joined(separator: say(", ", "、")) }

  /// Between Latin letters and a number, as in `KPI 8件`.
  private func gap(_ text: String) -> String {
    text.last.map { $0.isASCII && $0.isLetter } ?? false ? " " : ""
  }

  /// A label, then what belongs to it.
  func labeled(_ label: String, _ text: String) -> String {
    say("\(label): \(text)", "\(label): \(text)")
  }

  /// `3 cycles`, 3件
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    say("\(NumberText.whole(number)) \(number == 1 ? one : many)", "\(NumberText.whole(number))件")
  }
}

extension [DocumentSection] {
  /// To the lines without a title that come last, or as such.
  fileprivate mutating func add(_ line: DocumentBlock) {
    if let last, last.title.isEmpty {
      self[count - 1].blocks.append(line)
    } else {
      append(DocumentSection(title: "", blocks: [line]))
    }
  }
}

extension DocumentSection {
  /// Each heading with the first item of its list, on one line.
  fileprivate var headingItems: DocumentSection {
    var (blocks, heading) = ([DocumentBlock](), "")
    for block in self.blocks {
      switch block {
      case .paragraph(let text) where text.hasSuffix(":"): heading = text + " "
      case .list(let items):
        blocks.append(.list(items.map { heading + $0 }))
        heading = ""
      default: blocks.append(block)
      }
    }
    return DocumentSection(title: title, blocks: blocks, startsPage: startsPage)
  }

  /// Its headings and lists as one paragraph; one with commands, tables or figures stays as it is.
  fileprivate func inOneLine(_ gap: String) -> DocumentSection {
    var line = ""
    for block in blocks {
      switch block {
      case .paragraph(let text): line += (line.isEmpty ? "" : gap) + text
      case .list(let items):
        line += (line.isEmpty ? "" : line.hasSuffix(":") ? " " : gap) + items.joined(separator: gap)
      case .table, .commands, .figure: return self
      }
    }
    return DocumentSection(title: title, blocks: [.paragraph(line)], startsPage: startsPage)
  }
}

extension DocumentBlock {
  var isEmpty: Bool {
    switch self {
    case .paragraph(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .table(_, _, let rows): rows.isEmpty
    case .commands(let commands): commands.isEmpty
    case .figure: false
    }
  }
}

package import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics
import Wording

extension ProbableCause {
  /// One sentence: what went before, when, and by how much. It claims no more.
  package var sentence: Phrase {
    let before = daysBefore
    if isWithinPattern {
      return Phrase(
        en:
          "\(subject.en) came on \(day.prose.en), after the first points of the change and "
          + "before they were a signal.",
        ja: "\(subject.ja)（\(day.prose.ja)）は、変化の兆しが現れた後、シグナルが成立する前の出来事です。")
    }
    guard before > 0 else {
      return Phrase(
        en: "\(subject.en) came on \(day.prose.en), within the period in which the change began.",
        ja: "\(subject.ja)（\(day.prose.ja)）と同じ期間に変化が始まりました。")
    }
    let since = events.count > 1 ? "from \(day.prose.en)" : "on \(day.prose.en)"
    let days = before == 1 ? "1 day" : "\(before) days"
    let soon = before <= 7 ? "直後（\(before)日後）" : "\(before)日後"
    return Phrase(
      en: "\(subject.en) went before it: \(since), \(days) before the change began.",
      ja: "\(subject.ja)（\(day.prose.ja)\(events.count > 1 ? "以降" : "")）の\(soon)に変化が始まりました。")
  }

  /// What went before and when, for a line.
  /// - Parameter day: its year needs no naming.
  func briefly(in day: LocalDate) -> Phrase {
    let (since, event) = (self.day, events[0])
    let when = Phrase(
      en: DateText.bound(since, .daily, .english, in: day),
      ja: DateText.bound(since, .daily, .japanese, in: day))
    guard kind == .action, let cycle = event.about else {
      return Phrase(
        en: "\(uncapitalized(subject.en)), \(when.en)", ja: "\(subject.ja)（\(when.ja)）")
    }
    let count = events.count == 1 ? "1 action" : "\(events.count) actions"
    return Phrase(
      en: "\(cycle) (\(event.text); \(count) from \(when.en))",
      ja: "\(cycle)「\(event.text)」（\(when.ja)から\(events.count)件）")
  }

  /// The same of a KPI that is named, for a summary.
  package func summary(of kpi: String) -> Phrase {
    let (before, what) = (daysBefore, uncapitalized(subject.en))
    let since = events.count > 1 ? "from \(day.prose.en) on" : "on \(day.prose.en)"
    if isWithinPattern {
      return Phrase(
        en: "The change of \(kpi) became a signal after \(what), \(since).",
        ja: "\(kpi)の変化は、\(subject.ja)（\(day.prose.ja)）の後にシグナルとなりました。")
    }
    guard before > 0 else {
      return Phrase(
        en: "The change of \(kpi) began in the same period as \(what), \(since).",
        ja: "\(kpi)の変化は、\(subject.ja)（\(day.prose.ja)）と同じ期間に始まりました。")
    }
    let days = before == 1 ? "1 day" : "\(before) days"
    return Phrase(
      en: "The change of \(kpi) began \(days) after \(what), \(since).",
      ja: "\(kpi)の変化は、\(subject.ja)（\(day.prose.ja)\(events.count > 1 ? "以降" : "")）の"
        + "\(before)日後に始まりました。")
  }

  /// Within a sentence; ids and names keep their letters.
  private func uncapitalized(_ text: String) -> String {
    guard text.hasPrefix("The ") || text.hasPrefix("An ") else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// What went before, with the words that it was recorded in.
  package var subject: Phrase {
    let (event, name) = (events[0], short)
    switch kind {
    case .action, .cycleAct, .practice, .obstacle, .lessonAdoption, .training, .reviewDecision,
      .issueDecision:
      return Phrase(en: "\(name.en) (\(event.text))", ja: "\(name.ja)「\(event.text)」")
    case .targetChange, .policyChange: return name
    case .staffing: return staffing(event.about.map { names($0) } ?? "")
    }
  }

  /// What went before, by ids and accounts alone: fit for a hypothesis' first words, which the log keeps.
  package var short: Phrase {
    let event = events[0]
    let about = event.about ?? ""
    switch kind {
    case .action: return actions(about)
    case .cycleAct: return act(about, Choice(rawValue: event.detail ?? ""))
    case .practice:
      return Phrase(en: "The practice standardized in \(about)", ja: "\(about)での標準化")
    case .obstacle:
      return Phrase(en: "The obstacle reported in \(about)", ja: "\(about)で報告された障害")
    case .lessonAdoption:
      return Phrase(en: "The adoption of lesson \(about)", ja: "教訓\(about)の採用")
    case .training: return training(about)
    case .reviewDecision:
      return Phrase(en: "The review decision \(about)", ja: "レビューの決定\(about)")
    case .issueDecision:
      return Phrase(en: "The decision on issue \(about)", ja: "課題\(about)の判断")
    case .targetChange:
      return Phrase(en: "The target set for \(about)", ja: "\(about)の目標値の設定")
    case .policyChange: return Phrase(en: "The training policy set", ja: "育成方針の設定・改定")
    case .staffing: return staffing(about)
    }
  }

  private func actions(_ cycle: String) -> Phrase {
    let count = events.count
    return Phrase(
      en: count == 1 ? "An action in \(cycle)" : "\(count) actions in \(cycle)",
      ja: "\(cycle)の実施\(count)件")
  }

  private func act(_ cycle: String, _ choice: Choice?) -> Phrase {
    Phrase(
      en: "The decision to \(choice?.words.en ?? "act on") \(cycle)",
      ja: "\(cycle)の\(choice?.words.ja ?? "")の判断")
  }

  private func training(_ design: String) -> Phrase {
    let department = events[0].concerns.map(\.description) ?? ""
    let people = events[0].detail.flatMap { Int($0) } ?? 0
    return Phrase(
      en: "The training of \(design), with \(people) of \(department)",
      ja: "\(design)の研修（\(department)から\(people)名）")
  }

  private func staffing(_ who: String) -> Phrase {
    let department = events[0].concerns.map(\.description) ?? ""
    switch events[0].detail {
    case "left": return Phrase(en: "\(who) leaving \(department)", ja: "\(who)の\(department)からの離任")
    case "merged":
      return Phrase(en: "\(department) taking over \(who)", ja: "\(department)による\(who)の統合")
    default: return Phrase(en: "\(who) joining \(department)", ja: "\(who)の\(department)への着任")
    }
  }
}

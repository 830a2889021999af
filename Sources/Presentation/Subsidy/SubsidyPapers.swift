package import Bilingual
import CivilTime
package import Domain
package import Office
package import Subsidy
import Wording

/// The papers for a training's subsidy, laid out by the ministry's items. What isn't known stays blank.
package struct SubsidyPapers: Sendable {
  package let assessment: SubsidyAssessment
  package let language: Language
  package let roster: [Account: RosterEntry]
  let company: String

  package init(
    _ assessment: SubsidyAssessment, company: String, roster: [RosterEntry], _ language: Language
  ) {
    self.assessment = assessment
    self.company = company
    self.language = language
    self.roster = Dictionary(roster.map { ($0.account, $0) }) { $1 }
  }

  var record: TrainingRecord { assessment.record }
  var fit: SchemeFit? { assessment.best }

  func say(_ en: String, _ ja: String) -> String { language.choose(en, ja) }

  /// Plan, people and curriculum.
  package var plan: [Paper] { [planPaper, peoplePaper, curriculumPaper] }
  package var change: [Paper] { [changePaper, curriculumPaper] }
  /// The claim's parts, and what was held.
  package var claim: [Paper] { [claimPaper, wagePaper, expensePaper, reportPaper, peoplePaper] }

  /// A paper with what all of them have: the form's name, its number where that is known, the notice.
  func paper(
    _ id: String, _ usual: Phrase, isLandscape: Bool = false, _ parts: [PaperPart]
  ) -> Paper {
    let form = fit?.rules.form(id)
    let name = (form?.name ?? usual)(language)
    let year = fit.map { "\($0.rules.name(language))（\($0.rules.label(language))）" } ?? ""
    return Paper(
      language, name: name, title: name, mark: form?.number ?? "", subtitle: year,
      isLandscape: isLandscape, parts: parts, notes: SubsidyNotice.lines.map { $0(language) })
  }

  var employer: [PaperField] {
    [
      PaperField(say("Employer", "事業主名"), .text(company)),
      PaperField(say("Number of the insured establishment", "雇用保険適用事業所番号"), .blank),
      PaperField(say("Address", "所在地"), .blank),
      PaperField(say("Person in charge, telephone", "担当者・電話番号"), .blank),
    ]
  }

  func name(_ account: Account) -> PaperValue { .text(roster[account]?.name) }

  func answer(_ condition: SubsidyCondition) -> PaperValue {
    record.conditions[condition].map { .text($0 ? say("yes", "該当") : say("no", "非該当")) } ?? .blank
  }

  func minutes(_ count: Int?) -> PaperValue { count.map { .minutes($0) } ?? .blank }

  var training: [PaperField] {
    [
      PaperField(say("Training", "訓練の名称"), .text(record.title)),
      PaperField(say("Scheme", "訓練の種類"), .text(fit?.scheme.name(language))),
      PaperField(say("First day", "訓練開始日"), .day(record.firstDay)),
      PaperField(say("Last day", "訓練終了日"), .day(record.lastDay)),
      PaperField(
        say("Way of training", "訓練の実施方法"), .text(record.provider?.delivery.words(language))),
      PaperField(
        say("Inside or outside", "事業内・事業外の別"),
        .text(
          record.provider.map {
            $0.isInHouse ? say("inside", "事業内訓練") : say("outside", "事業外訓練")
          })),
      PaperField(say("Provider", "訓練機関の名称"), .text(record.provider?.name)),
      PaperField(say("Contract of", "契約日"), .day(record.provider?.contractedOn)),
    ]
  }

  private var planPaper: Paper {
    paper(
      "plan", Phrase(en: "Training plan", ja: "職業訓練実施計画届"),
      [
        .heading(say("1. Employer", "1 事業主")),
        .fields(
          employer + [
            PaperField(say("Small or middle-sized", "企業規模（中小企業の別）"), answer(.smallOrMedium)),
            PaperField(
              say("Promoter of ability development", "職業能力開発推進者の選任"), answer(.developmentPromoter)),
            PaperField(say("Plan of ability development", "事業内職業能力開発計画"), answer(.developmentPlan)),
            PaperField(say("Workers heard", "労働者の意見聴取"), answer(.workersHeard)),
          ]),
        .heading(say("2. Training", "2 訓練の内容")),
        .fields(
          training + [
            PaperField(
              say("Actual training hours planned", "実訓練時間数（計画）"),
              minutes(plannedMinutes)),
            PaperField(
              say("Expenses planned", "訓練に要する経費（予定）"),
              record.expenses.isEmpty ? .blank : .yen(fit?.amount.spent)),
          ]),
        .heading(say("3. Why this training", "3 訓練の必要性")),
        .fields([
          PaperField(say("Business expansion", "事業展開の有無"), answer(.businessExpansion)),
          PaperField(say("Digital or green", "DX・GXの推進"), answer(.digitalOrGreen)),
          PaperField(say("Personnel plan", "人事・人材育成計画"), answer(.personnelPlan)),
          PaperField(say("What is expanded, and the duties", "事業展開等の内容・従事する職務"), .blank, lines: 4),
        ]),
        .heading(say("4. Contract with the provider", "4 訓練機関との契約")),
        .fields([
          PaperField(
            say("How it came about, any offer that lowers the cost", "契約に至った経緯、費用を減額する提案の有無"),
            .text(record.provider?.story), lines: 3),
          PaperField(say("Employer bears all costs", "訓練経費の全額負担"), answer(.bearsAllCosts)),
        ]),
        .heading(say("5. When", "5 提出期間")),
        .fields([
          PaperField(say("From", "受付開始"), .day(fit?.deadlines?.planFrom)),
          PaperField(say("Until", "提出期限"), .day(fit?.deadlines?.planBy)),
        ]),
      ] + attachments("plan"))
  }

  /// Of the timetable, or of the curriculum where there is none yet.
  private var plannedMinutes: Int? {
    guard let hours = assessment.plannedHours else { return nil }
    if !hours.days.isEmpty { return hours.counted }
    return hours.curriculumMinutes == 0 ? nil : hours.curriculumMinutes
  }

  private var peoplePaper: Paper {
    let accounts = Set(record.trainees + roster.keys).sorted()
    return paper(
      "people", Phrase(en: "Trainees", ja: "対象労働者一覧"), isLandscape: true,
      [
        .table(
          PaperTable(
            [
              .init(say("No.", "番号"), 1), .init(say("Account", "記録上の符号"), 2),
              .init(say("Name", "氏名"), 3), .init(say("Number of the insured", "雇用保険被保険者番号"), 3),
              .init(say("Employment", "雇用形態"), 2),
              .init(say("Scheduled hours", "所定労働時間"), 3),
            ],
            accounts.enumerated().map { place, account in
              [
                .number(Double(place + 1), unit: ""), .text("\(account)"), name(account),
                .text(roster[account]?.insured), .text(roster[account]?.employment),
                .text(record.hours(of: account).map { "\($0.span)" }),
              ]
            }, blankRows: accounts.isEmpty ? 10 : 2))
      ])
  }

  private var curriculumPaper: Paper {
    let natures = fit?.rules.hours.ineligibleNatures ?? []
    return paper(
      "curriculum", Phrase(en: "Curriculum and timetable", ja: "訓練カリキュラム・訓練日程"),
      [
        .heading(say("Subjects", "科目")),
        .table(
          PaperTable(
            [
              .init(say("No.", "番号"), 1), .init(say("Subject", "科目・内容"), 6),
              .init(say("Hours", "時間"), 2), .init(say("Counts", "対象"), 2),
            ],
            record.curriculum.enumerated().map { place, subject in
              [
                .number(Double(place + 1), unit: ""), .text(subject.title),
                .minutes(subject.minutes),
                .text(natures.contains(subject.nature) ? say("no", "対象外") : say("yes", "対象")),
              ]
            },
            total: record.curriculum.isEmpty
              ? []
              : [
                .text(""), .text(say("Sum", "合計")),
                .minutes(record.curriculum.reduce(0) { $0 + $1.minutes }), .text(""),
              ], blankRows: record.curriculum.isEmpty ? 6 : 0)),
        .heading(say("Timetable", "日程")),
        .table(
          PaperTable(
            [
              .init(say("Session", "回"), 1), .init(say("Day", "年月日"), 3),
              .init(say("From", "開始"), 2), .init(say("To", "終了"), 2),
              .init(say("Actual hours", "実訓練時間"), 3), .init(say("Left out", "除外する時間"), 3),
            ], record.days.map(timetable),
            blankRows: record.sessions.isEmpty ? 4 : 0)),
      ])
  }

  private func timetable(_ session: RecordedSession) -> [PaperValue] {
    let day = assessment.plannedHours?.days.first { $0.session == session.number }
    let parts = session.planned ?? []
    return [
      .number(Double(session.number), unit: ""), .day(session.date),
      .text(parts.map(\.span.from).min().map { "\($0)" }),
      .text(parts.map(\.span.to).max().map { "\($0)" }), minutes(day?.counted),
      minutes(day?.excluded),
    ]
  }

  /// What goes in with it, to be ticked.
  func attachments(_ paper: String) -> [PaperPart] {
    guard let list = fit?.rules.attachments[paper], !list.isEmpty else { return [] }
    return [
      .heading(say("Goes in with it", "添付書類")),
      .text(list.map { "□ \($0(language))" }.joined(separator: "\n")),
    ]
  }
}

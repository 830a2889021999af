import Bilingual
import CivilTime
import Domain
import Office
import Subsidy
import Wording

extension SubsidyPapers {
  var changePaper: Paper {
    let changes = record.changes
    return paper(
      "change", Phrase(en: "Notice of change", ja: "職業訓練実施計画変更届"),
      [
        .fields(
          employer + [
            PaperField(say("Training", "訓練の名称"), .text(record.title)),
            PaperField(say("Plan filed on", "計画届の提出日"), .day(record.filed(.plan).map(\.on).min())),
            PaperField(
              say("Its number", "計画届の受付番号"), .text(record.filed(.plan).last?.reference)),
          ]),
        .heading(say("What changes", "変更の内容")),
        .table(
          PaperTable(
            [
              .init(say("Item", "変更項目"), 3), .init(say("Recorded on", "記録日"), 3),
              .init(say("Takes place on", "変更後の実施日"), 3), .init(say("Why", "理由"), 5),
            ],
            changes.map {
              [
                .text($0.words(language)), .day($0.recordedOn), .day($0.takesPlaceOn),
                .text($0.reason),
              ]
            }, blankRows: changes.isEmpty ? 5 : 1)),
        .text(
          say(
            "A notice goes in before what is changed takes place. What differs without one isn't paid.",
            "変更届は、変更する内容の実施前に提出してください。届出のない差異は支給対象になりません。")),
      ])
  }

  var claimPaper: Paper {
    let amount = fit?.amount
    return paper(
      "claim", Phrase(en: "Claim", ja: "支給申請書"),
      [
        .heading(say("1. Employer", "1 事業主")), .fields(employer),
        .heading(say("2. Training", "2 訓練の内容")),
        .fields(
          training + [
            PaperField(
              say("Actual training hours", "実訓練時間数（実績）"), minutes(assessment.hours?.counted)),
            PaperField(
              say("People trained", "受講者数"),
              .number(Double(record.trainees.count), unit: say("", "名"))),
            PaperField(
              say("Of them eligible", "うち支給対象者数"),
              .number(Double(amount?.people.count { $0.isEligible } ?? 0), unit: say("", "名"))),
          ]),
        .heading(say("3. Amounts (calculated by the program)", "3 申請額（本プログラムによる試算）")),
        .fields([
          PaperField(say("Expense subsidy", "経費助成"), .yen(amount?.expense)),
          PaperField(say("Wage subsidy", "賃金助成"), .yen(amount?.wage)),
          PaperField(say("Sum", "合計"), .yen(amount?.total)),
          PaperField(say("Claim by", "申請期限（必着）"), .day(fit?.deadlines?.claimBy)),
          PaperField(say("Keep the records until", "書類の保存期限"), .day(fit?.deadlines?.keepUntil)),
        ]),
        .heading(say("4. Left out", "4 対象外とした時間")),
        .fields(leftOut),
        .text(unknown),
      ] + attachments("claim"))
  }

  private var leftOut: [PaperField] {
    let days = assessment.hours?.days ?? []
    func sum(_ part: KeyPath<DayHours, Int>) -> PaperValue {
      .minutes(days.reduce(0) { $0 + $1[keyPath: part] })
    }
    return [
      PaperField(say("Meals", "食事休憩"), sum(\.meals)),
      PaperField(say("Short breaks", "小休止（上限が確認できないため不算入）"), sum(\.pauses)),
      PaperField(say("Ceremonies", "開講式等（同上）"), sum(\.ceremonies)),
      PaperField(say("Moving", "移動"), sum(\.moves)),
      PaperField(say("No training, ordinary work", "対象外の内容・通常業務"), sum(\.ineligible)),
      PaperField(
        say("Work on cycles (mini-PDCA)", "ミニPDCAの活動（業務であり訓練ではない）"),
        .minutes(record.cycleMinutes)),
    ]
  }

  private var unknown: String {
    let texts = fit?.rules.unknown.map { "・\($0(language))" } ?? []
    return texts.isEmpty
      ? ""
      : say("Not known to the program:\n", "本プログラムで確認できていない事項:\n") + texts.joined(separator: "\n")
  }

  var wagePaper: Paper {
    let amount = fit?.amount
    let people = amount?.people ?? []
    return paper(
      "wage", Phrase(en: "Wage subsidy in detail", ja: "賃金助成の内訳"), isLandscape: true,
      [
        .fields([
          PaperField(say("Yen an hour", "1人1時間当たりの助成額"), .yen(amount?.wagePerHour))
        ]),
        .table(
          PaperTable(
            [
              .init(say("Account", "記録上の符号"), 2), .init(say("Name", "氏名"), 3),
              .init(say("Attended", "受講時間数"), 2),
              .init(say("Within scheduled hours", "うち所定労働時間内"), 2),
              .init(say("Subsidized", "助成対象時間数"), 2), .init(say("Eligible", "要件"), 2),
              .init(say("Amount", "助成額"), 2),
            ],
            people.map { person in
              [
                .text("\(person.hours.account)"), name(person.hours.account),
                .minutes(person.hours.attended), minutes(person.hours.withinHours),
                .minutes(person.wageMinutes),
                .text(person.isEligible ? say("yes", "適合") : say("no", "不適合")),
                .yen(person.wage),
              ]
            },
            total: people.isEmpty
              ? []
              : [
                .text(say("Sum", "合計")), .text(""),
                .minutes(people.reduce(0) { $0 + $1.hours.attended }), .text(""),
                .minutes(people.reduce(0) { $0 + $1.wageMinutes }), .text(""),
                .yen(amount?.wage),
              ], blankRows: people.isEmpty ? 8 : 0)),
      ])
  }

  var expensePaper: Paper {
    let amount = fit?.amount
    let people = amount?.people ?? []
    return paper(
      "expense", Phrase(en: "Expense subsidy in detail", ja: "経費助成の内訳"), isLandscape: true,
      [
        .heading(say("Expenses", "経費")),
        .table(
          PaperTable(
            [
              .init(say("Kind", "区分"), 2), .init(say("What", "内容"), 4),
              .init(say("Paid on", "支払日"), 2), .init(say("Amount", "支払額"), 2),
              .init(say("Left out", "対象外"), 2), .init(say("Receipt", "領収書"), 3),
              .init("SHA-256", 3),
            ],
            record.expenses.enumerated().map { place, expense in
              [
                .text(expense.kind.words(language)), .text(expense.what), .day(expense.paidOn),
                .yen(expense.amount.minorUnits), .yen(amount?.cutExpenses[place] ?? 0),
                .text(expense.receipt?.name), .text(expense.receipt?.sha256),
              ]
            },
            total: record.expenses.isEmpty
              ? []
              : [
                .text(say("Sum", "合計")), .text(""), .text(""), .yen(amount?.spent),
                .yen(amount.map { $0.spent - $0.eligibleExpense }), .text(""), .text(""),
              ], blankRows: record.expenses.isEmpty ? 5 : 0)),
        .heading(say("A person", "1人当たり")),
        .fields([
          PaperField(
            say("Rate", "経費助成率"), amount.map { .number(Double($0.rate), unit: "%") } ?? .blank),
          PaperField(say("Cap", "1人当たり限度額"), .yen(amount?.cap)),
        ]),
        .table(
          PaperTable(
            [
              .init(say("Account", "記録上の符号"), 2), .init(say("Name", "氏名"), 3),
              .init(say("Share", "1人当たり経費"), 2), .init(say("Subsidized", "助成額"), 2),
              .init(say("Capped", "限度額適用"), 2),
            ],
            people.map { person in
              [
                .text("\(person.hours.account)"), name(person.hours.account),
                .yen(person.share), .yen(person.expense),
                .text(person.isCapped ? say("yes", "有") : say("no", "無")),
              ]
            },
            total: people.isEmpty
              ? []
              : [.text(say("Sum", "合計")), .text(""), .text(""), .yen(amount?.expense), .text("")])),
      ])
  }

  /// A page a person's days, as the report on the training has them.
  var reportPaper: Paper {
    let people = fit?.amount.people ?? []
    return paper(
      "report", Phrase(en: "Report on the training held", ja: "OFF-JT実施状況報告書"),
      [.fields(training)] + people.flatMap(report))
  }

  private func report(_ person: SubsidyAmount.Person) -> [PaperPart] {
    let account = person.hours.account
    let days = assessment.hours?.days ?? []
    let label = roster[account]?.name.map { "\($0)（\(account)）" } ?? "\(account)"
    return [
      .heading(say("Trainee: \(label)", "受講者: \(label)")),
      .table(
        PaperTable(
          [
            .init(say("Day", "年月日"), 3), .init(say("Held", "訓練時間"), 3),
            .init(say("Actual hours", "実訓練時間"), 2), .init(say("Attended from–to", "受講した時間"), 3),
            .init(say("Attended", "受講時間数"), 2), .init(say("Within hours", "所定労働時間内"), 2),
          ],
          days.map { day in reportRow(day, person) },
          total: [
            .text(say("Sum", "合計")), .text(""), .minutes(assessment.hours?.counted ?? 0),
            .text(""), .minutes(person.hours.attended), minutes(person.hours.withinHours),
          ])),
    ]
  }

  private func reportRow(_ day: DayHours, _ person: SubsidyAmount.Person) -> [PaperValue] {
    let session = record.sessions.first { $0.number == day.session }
    let parts = session?.parts ?? []
    let held = parts.map(\.span.from).min().flatMap { from in
      parts.map(\.span.to).max().map { "\(ClockSpan(from: from, to: $0))" }
    }
    let spans = session?.attendance[person.hours.account] ?? []
    return [
      .day(day.date), .text(held), .minutes(day.counted),
      .text(
        spans.isEmpty
          ? nil : spans.sorted { $0.from < $1.from }.map { "\($0)" }.joined(separator: " ")),
      .minutes(person.hours.bySession[day.session] ?? 0),
      minutes(
        person.hours.withinHours == nil ? nil : person.hours.withinBySession[day.session] ?? 0),
    ]
  }
}

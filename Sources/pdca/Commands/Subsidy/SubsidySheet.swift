import Bilingual
import Domain
import Office
import Presentation
import Subsidy
import Terminal
import Wording

/// What `subsidy check` shows on a terminal.
struct SubsidySheet {
  private let assessment: SubsidyAssessment
  private let desk: Desk

  init(_ assessment: SubsidyAssessment, _ desk: Desk) {
    self.assessment = assessment
    self.desk = desk
  }

  private func say(_ en: String, _ ja: String) -> String { desk.answer.say(en, ja) }
  private var language: Language { desk.answer.language }
  private var layout: Layout { desk.answer.layout }

  var lines: [String] {
    let record = assessment.record
    return layout.heading("\(record.design)  \(record.title)") + facts.lines(layout) + fits + gaps
      + unknown + [""]
      + layout.bullets(SubsidyNotice.lines.map { Cell($0(language), .dim) })
  }

  private var facts: KeyValueBlock {
    var block = KeyValueBlock()
    guard let fit = assessment.best else { return block }
    let name = "\(fit.rules.name(language)) \(fit.scheme.name(language))"
    block.add(say("Course", "コース"), Cell("\(name) (\(fit.rules.label(language)))", .strong))
    if let hours = assessment.hours {
      block.add(say("Training hours", "実訓練時間数"), Cell(words(hours.counted)))
      block.add(say("Left out", "除外した時間"), Cell(leftOut(hours)))
    }
    let amount = fit.amount
    block.add(say("Expense subsidy", "経費助成"), Cell("\(yen(amount.expense)) (\(amount.rate)%)"))
    block.add(say("Wage subsidy", "賃金助成"), Cell(yen(amount.wage)))
    block.add(say("Sum", "合計"), Cell(yen(amount.total), .strong))
    block.add(say("Own share of expenses", "経費の自己負担"), Cell(yen(amount.ownShare)))
    if let deadlines = fit.deadlines {
      let from = deadlines.planFrom.map { "\($0) – " } ?? ""
      block.add(say("Plan", "計画届"), Cell("\(from)\(deadlines.planBy)"))
      block.add(say("Claim", "支給申請"), Cell("\(deadlines.claimFrom) – \(deadlines.claimBy)"))
    }
    return block
  }

  private func leftOut(_ hours: TrainingHours) -> String {
    let left: [(String, Int)] = [
      (say("no training", "対象外の内容"), hours.ineligible),
      (say("meals", "食事"), hours.meals), (say("short breaks", "小休止"), hours.pauses),
      (say("ceremonies", "開講式等"), hours.ceremonies), (say("moving", "移動"), hours.moves),
      (say("work on cycles", "ミニPDCAの活動"), assessment.record.cycleMinutes),
    ]
    let told = left.filter { $0.1 > 0 }.map { "\($0.0) \(words($0.1))" }
    return told.isEmpty ? say("nothing", "なし") : told.joined(separator: say(", ", "、"))
  }

  private var fits: [String] {
    var table = Table([
      .init(say("Scheme", "訓練の種類"), minimumWidth: 16, overflow: .wrap),
      .init(say("Asks for", "要件"), minimumWidth: 20, overflow: .wrap),
      .init(say("Standing", "判定"), minimumWidth: 8),
    ])
    for fit in assessment.fits.prefix(2) {
      let name = "\(fit.rules.name(language)) \(fit.scheme.name(language))"
      for (place, standing) in fit.requirements.enumerated() {
        table.add([
          Cell(place == 0 ? name : ""), Cell(standing.requirement.words(language)),
          Cell(standing.standing.words(language), role(standing.standing)),
        ])
      }
    }
    return [""] + table.lines(layout)
  }

  private func role(_ standing: Standing) -> StyleRole? {
    switch standing {
    case .met: .good
    case .unmet: .bad
    case .unknown: .warn
    }
  }

  private var gaps: [String] {
    let record = assessment.record
    if assessment.gaps.isEmpty { return [] }
    return ["", say("Missing or wrong:", "不足・要確認の事項:")]
      + layout.bullets(
        assessment.gaps.map { gap in
          let text = gap.words(record, calling: desk.names)(language)
          return Cell(gap.command(record.design).map { "\(text)  \($0)" } ?? text)
        }, indent: 2)
  }

  private var unknown: [String] {
    guard let rules = assessment.best?.rules, !rules.unknown.isEmpty else { return [] }
    return ["", say("Not known to the program:", "本プログラムで確認できていない事項:")]
      + layout.bullets(rules.unknown.map { Cell($0(language)) }, indent: 2)
  }

  private func words(_ minutes: Int) -> String { HoursText.words(minutes: minutes)(language) }

  private func yen(_ amount: Int) -> String {
    say("\(NumberText.whole(amount)) yen", "\(NumberText.whole(amount))円")
  }
}

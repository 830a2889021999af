import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
import Shapes
package import Subsidy

extension SubsidyAssessment {
  package func json(papers: [Paper]) -> JSON {
    json.with(["papers": .array(papers.map(\.json))])
  }

  /// What `subsidy check` answers: figures in whole yen and minutes.
  package var json: JSON {
    .thing([
      "design": .string("\(record.design)"), "title": .string(record.title),
      "firstDay": JSON(text: record.firstDay), "lastDay": JSON(text: record.lastDay),
      "trainingMinutes": hours.map { JSON($0.counted) },
      "plannedMinutes": plannedHours.map { JSON($0.counted) },
      "excludedMinutes": hours.map(\.excluded), "leftOutCycleMinutes": JSON(record.cycleMinutes),
      "fits": .array(fits.map(\.json)),
      "gaps": .array(gaps.map { $0.json(record) }),
      "notice": .array(SubsidyNotice.lines.map(\.json)),
    ])
  }
}

extension TrainingHours {
  fileprivate var excluded: JSON {
    [
      "ineligible": JSON(ineligible), "meals": JSON(days.reduce(0) { $0 + $1.meals }),
      "pauses": JSON(days.reduce(0) { $0 + $1.pauses }),
      "ceremonies": JSON(days.reduce(0) { $0 + $1.ceremonies }),
      "moves": JSON(days.reduce(0) { $0 + $1.moves }),
    ]
  }
}

extension SchemeFit {
  package var json: JSON {
    .thing([
      "rules": .string(rules.id), "course": rules.name.json, "year": rules.label.json,
      "scheme": scheme.name.json, "possible": JSON(isPossible),
      "complete": JSON(isComplete),
      "requirements": .array(
        requirements.map {
          ["what": $0.requirement.words.json, "standing": .string($0.standing.rawValue)]
        }),
      "amount": amount.json, "deadlines": deadlines.map(\.json),
      "unknown": .array(rules.unknown.map(\.json)),
      "sources": .array(
        rules.sources.map {
          .thing([
            "title": .string($0.title), "url": JSON($0.url), "official": JSON($0.isOfficial),
          ])
        }),
    ])
  }
}

extension SubsidyDeadlines {
  package var json: JSON {
    .thing([
      "planFrom": JSON(text: planFrom), "planBy": .string("\(planBy)"),
      "claimFrom": .string("\(claimFrom)"), "claimBy": .string("\(claimBy)"),
      "keepUntil": .string("\(keepUntil)"),
    ])
  }
}

extension SubsidyAmount {
  package var json: JSON {
    .thing([
      "ratePercent": JSON(rate), "wageYenPerHour": JSON(wagePerHour), "capYen": JSON(cap),
      "spentYen": JSON(spent), "eligibleExpenseYen": JSON(eligibleExpense),
      "expenseYen": JSON(expense), "wageYen": JSON(wage), "totalYen": JSON(total),
      "ownShareYen": JSON(ownShare),
      "people": .array(
        people.map { person in
          .thing([
            "account": .string("\(person.hours.account)"),
            "attendedMinutes": JSON(person.hours.attended),
            "withinHoursMinutes": JSON(person.hours.withinHours),
            "eligible": JSON(person.isEligible), "wageMinutes": JSON(person.wageMinutes),
            "wageYen": JSON(person.wage), "shareYen": JSON(person.share),
            "expenseYen": JSON(person.expense), "capped": JSON(person.isCapped),
          ])
        }),
    ])
  }
}

extension SubsidyGap {
  fileprivate func json(_ record: TrainingRecord) -> JSON {
    .thing(["what": words(record).json, "command": JSON(command(record.design))])
  }
}

extension Phrase {
  fileprivate var json: JSON { ["en": .string(en), "ja": .string(ja)] }
}

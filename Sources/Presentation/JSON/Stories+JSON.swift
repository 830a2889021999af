import Bilingual
package import CanonicalJSON
import CivilTime
package import Domain
package import Office
package import ReadModels
package import Reviews
import Shapes
import Statistics

/// Sheets for programs: each is its thing with what belongs to it.
extension CycleStory {
  package var json: JSON {
    detail.json.with(thing: [
      "version": JSON(version), "kpiName": JSON(kpi?.name), "unit": JSON(kpi?.unit),
      "check": detail.cycle.check(check),
    ])
  }
}

extension ConceptStory {
  package var json: JSON {
    row.json.with(thing: [
      "cycleStatus": JSON(cycle?.status.rawValue), "verdict": JSON(cycle?.verdict?.rawValue),
      "actual": JSON(cycle?.actual), "choice": JSON(cycle?.choice?.rawValue),
    ])
  }
}

extension CycleRow {
  /// The check with what stands beside it; nil before it is checked.
  package func check(_ background: CheckBackground) -> JSON? {
    check?.with(thing: [
      "chart": background.reading?.json, "files": .array(background.files.map(\.fileJSON)),
      "changedSince": background.revision?.json,
    ])
  }
}

extension Calibration {
  package var json: JSON {
    .thing([
      "of": .string(group.name), "department": JSON(text: group.code),
      "count": JSON(count), "signedError": JSON(signedError), "coverage": JSON(coverage),
      "crps": JSON(crps),
    ])
  }
}

extension Calibration.Group {
  fileprivate var name: String {
    switch self {
    case .all: "all"
    case .department: "department"
    case .numbers: "numbers"
    case .ranges: "ranges"
    }
  }

  fileprivate var code: DepartmentCode? {
    if case .department(let code) = self { code } else { nil }
  }
}

extension DepartmentSheet {
  /// - Parameter current: the code that commands go by without `-d`.
  package func json(current: String?, head: DepartmentCode) -> JSON {
    row.json(current: current, head: head).with([
      "members": .array(members.map(\.json)), "kpis": .texts(kpis.map(\.reference)),
      "openCycles": JSON(openCycles), "openIssues": JSON(openIssues),
    ])
  }
}

extension LessonStory {
  package var json: JSON {
    detail.json.with(thing: ["version": JSON(version), "reuse": reuse?.json])
  }
}

extension LessonReach {
  package func json(_ rows: [LessonRow]) -> JSON {
    [
      "lessons": .array(rows.map { $0.json.with(thing: ["reuse": lessons[$0.id]?.json]) }),
      "reuse": .thing([
        "validated": JSON(rate.lessons), "reused": JSON(rate.reused), "rate": JSON(rate.rate),
        "medianAdoptionDays": JSON(Descriptive.median(adoptionDays)),
      ]),
    ]
  }
}

extension KPIRow {
  /// A KPI with its latest observation.
  package func json(latest: ObservationRow?) -> JSON { json.with(thing: ["latest": latest?.json]) }
}

extension KPIStory {
  package var json: JSON {
    data.kpi.json(latest: latest).with([
      "observations": .array(shown.map(\.json)),
      "openSignals": .array(data.openCauses.map { $0.json(on: data) }),
      "marks": .array(data.marks.map(\.json)), "hypotheses": .array(hypotheses.map(\.json)),
    ])
  }
}

extension KPICauses {
  /// Each signal with what went before it.
  package var json: JSON {
    ["kpi": .string("\(chart.kpi.reference)"), "signals": .array(signals.map(json))]
  }

  private func json(_ signal: SpecialCause) -> JSON {
    let onset = SignalOnset(signal, on: chart)
    return signal.json(on: chart).with([
      "onsetFrom": .string("\(onset.days.first)"), "onsetTo": .string("\(onset.days.last)"),
      "causes": .array(
        ranking.causes(of: onset).map { cause in
          let command = cause.command(under: chart.chart.options.profile)
          return cause.json.with(thing: [
            "sentence": ["en": .string(cause.sentence.en), "ja": .string(cause.sentence.ja)],
            "command": JSON(command?.en),
          ])
        }),
    ])
  }
}

extension DesignProposal {
  /// - Parameter taken: whether it became an item.
  package func json(taken: Bool) -> JSON {
    [
      "source": .string(source.rawValue), "reason": .string(reason), "title": .string(title.en),
      "why": .string(why.en), "taken": JSON(taken),
    ]
  }
}

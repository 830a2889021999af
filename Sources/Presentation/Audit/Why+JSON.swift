package import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
import EventLog
package import Office
import Orders
import ReadModels
import Reviews
import Shapes
import Statistics

extension Why {
  /// In place of what was known, on a standby.
  package static let knownElsewhere = Phrase(
    en: "This is a standby, which shows no earlier moment: ask the primary.",
    ja: "待機系では過去の時点を表示できません。主系で実行してください。")

  /// - Parameter language: of the events' summaries.
  package func json(_ language: Language) -> JSON {
    [
      "id": JSON(decided.id), "decision": LogEntry(decided.event).json(language),
      "known": [
        "positions": .object(moment.positionsJSON),
        "kpis": known.map { .array($0.charts.map(\.figuresJSON)) },
        "lessons": known.map { .array($0.lessons.map(\.json)) },
      ],
      "led": .array(links.led.map { json($0, language) }),
      "followed": .array(links.followed.map { json($0, language) }),
      "checkChangedSince": revision?.json,
    ]
  }

  private func json(_ related: RelatedEvent, _ language: Language) -> JSON {
    LogEntry(related.event).json(language).with(["relation": JSON(related.relation.rawValue)])
  }
}

extension KPIChart {
  fileprivate var figuresJSON: JSON {
    let segment = chart.segments.last
    return [
      "kpi": JSON(text: kpi.reference), "name": JSON(kpi.name), "unit": JSON(kpi.unit),
      "observations": .array(
        observations.map {
          [
            "period": JSON(text: $0.period), "value": JSON($0.value),
            "denominator": JSON($0.denominator),
          ]
        }),
      "center": JSON(segment?.center), "lower": JSON(segment?.lower),
      "upper": JSON(segment?.upper),
      "signals": .array(
        signals.map { "\($0.rule) \($0.period)" }.sorted().map(JSON.string)),
    ]
  }
}

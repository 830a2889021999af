package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Shapes
package import Statistics

extension SpecialCause {
  /// A signal, whichever command shows it.
  package func json(on chart: KPIChart) -> JSON {
    json(of: chart.kpi.reference, as: chart.reference(self))
  }

  fileprivate func json(of kpi: KPIReference, as reference: SignalReference) -> JSON {
    .thing([
      "kpi": .string("\(kpi)"), "rule": .string(reference.rule),
      "period": .string("\(reference.period)"), "side": JSON(side?.rawValue),
      "reading": .string(reading.rawValue), "points": JSON(members.count),
      "provisional": JSON(provisional),
    ])
  }
}

extension ReviewSignal {
  var json: JSON { cause.json(of: kpi.reference, as: reference) }
}

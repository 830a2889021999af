import CivilTime
package import Domain
import ReadModels
package import Statistics

extension KPIChart {
  /// How the log names a special cause: its rule, and the period that first completed it.
  package func reference(_ cause: SpecialCause) -> SignalReference {
    SignalReference(rule: cause.rule.rawValue, period: period(at: cause.completesAt))
  }

  /// Signals that can be acknowledged or explained: all but those of excluded points.
  package var signals: Set<SignalReference> {
    let own = chart.specialCauses.filter { !$0.excluded }.map(reference)
    return changes.reduce(into: Set(own)) { $0.formUnion($1.names) }
  }

  /// The signals that first told of changes which nobody acknowledged, the oldest first. Trial limits
  /// and excluded points wait for nobody.
  package var openCauses: [SpecialCause] { changes.filter(\.isOpen).map(\.first) }

  /// The open changes as a review lists them, each once.
  package var openSignals: [OpenSignal] {
    var seen: Set<SignalReference> = []
    return changes.filter(\.isOpen).map(\.signal).filter { seen.insert($0).inserted }
      .map { OpenSignal(kpi: kpi.reference, signal: $0) }
  }

  /// Whether the reference means the cause, by any of the periods that complete it.
  package func names(_ cause: SpecialCause, _ reference: SignalReference) -> Bool {
    cause.rule.rawValue == reference.rule
      && cause.completions.contains { period(at: $0) == reference.period }
  }

  func period(at index: Int) -> LocalDate { LocalDate(dayNumber: chart.points[index].period) }
}

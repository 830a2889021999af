import CivilTime
package import Domain
package import ReadModels
package import Statistics

extension KPIChart {
  /// How the log names a special cause: its rule, and the period that first completed it.
  package func reference(_ cause: SpecialCause) -> SignalReference {
    SignalReference(rule: cause.rule.rawValue, period: period(at: cause.completesAt))
  }

  /// Signals that can be acknowledged or explained: all but those of excluded points.
  package var signals: Set<SignalReference> {
    Set(chart.specialCauses.filter { !$0.excluded }.map(reference))
  }

  /// Special causes on full limits that nobody acknowledged, the oldest first. Trial limits and
  /// excluded points wait for nobody.
  package var openCauses: [SpecialCause] {
    let acknowledged = Set(acknowledgements.map(\.signal))
    return chart.specialCauses.filter { cause in
      !cause.provisional && !cause.excluded && acknowledged.isDisjoint(with: names(of: cause))
    }
  }

  /// The open causes as a review lists them, each once.
  package var openSignals: [OpenSignal] {
    var seen: Set<SignalReference> = []
    return openCauses.map(reference).filter { seen.insert($0).inserted }
      .map { OpenSignal(kpi: kpi.reference, signal: $0) }
  }

  /// The note by which somebody acknowledged it; nil for nobody.
  package func acknowledgement(of cause: SpecialCause) -> SignalAcknowledgementRow? {
    let names = names(of: cause)
    return acknowledgements.last { names.contains($0.signal) }
  }

  /// Whether the reference means the cause, by any of the periods that complete it.
  package func names(_ cause: SpecialCause, _ reference: SignalReference) -> Bool {
    names(of: cause).contains(reference)
  }

  /// A pattern that grows keeps its acknowledgement: each point that completes it names it.
  private func names(of cause: SpecialCause) -> Set<SignalReference> {
    Set(
      cause.completions.map {
        SignalReference(rule: cause.rule.rawValue, period: period(at: $0))
      })
  }

  func period(at index: Int) -> LocalDate { LocalDate(dayNumber: chart.points[index].period) }
}

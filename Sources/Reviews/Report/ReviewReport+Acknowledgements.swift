import CivilTime
package import ReadModels

extension ReviewReport {
  /// Acknowledgements of the signals that the review looks at: made in the period, or of a signal
  /// that the period completed, whenever they were made.
  package var acknowledgements: [SignalAcknowledgementRow] {
    kpis.flatMap(\.chart.acknowledgements).filter {
      happened($0.acknowledgedAt) || days.contains($0.period)
    }
  }
}

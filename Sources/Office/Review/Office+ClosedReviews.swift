import CivilTime
import Domain
import EventLog
import Postgres
import ReadModels
package import Reviews
import Tracker

extension Office {
  /// The report with its KPIs, signals and charts as they were known when the review was closed;
  /// nil for a review that isn't closed, at another time than now, and where nothing about them was
  /// recorded since; nor on a standby, which can't look at earlier moments.
  package func asClosed(_ report: ReviewReport, pictures: Bool) throws -> ReviewReport? {
    guard asOf == nil, try standby() == nil,
      let closing = try pinned(report.review, upTo: heads())?.closing,
      try tracker.read({ view in
        try KPIQueries.areChanged(
          since: closing.considered, upTo: report.days.last, of: report.material.department,
          in: view)
      })
    else { return nil }
    let then = Moment(
      recorded: .init(at: closing.event.recordedAt, name: .instant),
      positions: closing.considered)
    return try looking(at: then) { past in
      return report.with(
        kpisOf: try past.tracker.read {
          try past.report(report.review, pictures: pictures, in: $0)
        })
    }
  }
}

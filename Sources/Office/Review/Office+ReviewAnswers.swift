import CivilTime
package import Domain
package import EventLog
import Orders
import Postgres
package import ReadModels
package import Reviews
import Tracker

/// What is asked of a review's report.
package struct ReportRequest: Sendable {
  package var review: ReviewID
  /// Whom it is cut for; nil for everybody.
  package var audience: Audience?
  /// Whether its charts will be drawn.
  package var pictures: Bool
  /// Whether it tells of all that happened since the reader last took part in such a review.
  package var isSinceMine: Bool

  package init(
    _ review: ReviewID, for audience: Audience? = nil, pictures: Bool = false,
    sinceMine isSinceMine: Bool = false
  ) {
    self.isSinceMine = isSinceMine
    self.review = review
    self.audience = audience
    self.pictures = pictures
  }
}

/// A report, and how it stands to the review as an act.
package struct ReportAnswer: Sendable {
  package let report: ReviewReport
  /// The review as an act; nil when nobody opened it.
  package let review: ReviewRow?
  /// Of a report that is made again from what its review pinned.
  package let reprint: Reprint?
  /// Whether its KPIs are those known when the review was closed, and more is known by now.
  package let isAsClosed: Bool

  /// The report as it was closed, whole; nil where none is kept, and for an audience's cut, which is made
  /// anew.
  package var closed: KeptReport? { report.audience == nil ? reprint?.closedReport : nil }
}

/// A review's acts, and what holding them against the log brought.
package struct ReviewStory: Sendable {
  package let detail: ReviewDetail
  /// Nil for a review that is looked at in the past or on a standby.
  package let reprint: Reprint?
  /// Nil for a review that is open or looked at in the past.
  package let seal: ReviewSeal?
}

extension Office {
  package func report(_ request: ReportRequest) throws -> ReportAnswer {
    let (id, pictures) = (request.review, request.pictures)
    let since = request.isSinceMine ? try lastReview(before: id) : nil
    let whole = try tracker.read { view in
      try self.report(id, since: since, pictures: pictures, in: view)
    }
    let closed = since == nil ? try asClosed(whole, pictures: pictures) : nil
    let returns =
      request.audience == .executive && whole.isWhole ? try returnsAsClosed(id) : nil
    var (report, review) = try tracker.read { view in
      (
        try cut(
          (closed ?? whole).soFar(on: today), for: request.audience, returning: returns == nil,
          in: view),
        try ReviewQueries.review(id, in: view)
      )
    }
    if let returns { report.returns = returns }
    return ReportAnswer(
      report: report, review: review, reprint: since == nil ? try reprint(whole) : nil,
      isAsClosed: closed != nil)
  }

  /// The day after the one on which the reader last took part in such a review; nil where that isn't
  /// before its period.
  private func lastReview(before id: ReviewID) throws -> LocalDate? {
    let zone = setting.zone
    let begins = zone.start(of: id.period.firstDay)
    return try tracker.read { view in
      try ReviewQueries.lastPart(of: setting.actor, in: id.department, before: begins, in: view)
    }.map { zone.date(at: $0).adding(days: 1) }
  }

  package func story(of id: ReviewID, _ sealing: Sealing) throws -> ReviewStory {
    let detail = try tracker.read { view in
      if let detail = try ReviewQueries.detail(of: id, in: view) { return detail }
      throw OfficeError.unknown(
        .review, text: "\(id)", candidates: try ReviewQueries.list(in: view).map { "\($0.id)" })
    }
    let reprint = try reprint(id)
    return ReviewStory(
      detail: detail, reprint: reprint,
      seal: try reprint?.pinned.closing.map {
        try ReviewSeal(of: $0.event, sealing, in: session)
      })
  }

  /// What was decided, of those that are there.
  package func decisions(_ ids: [DecisionID]) throws -> [DecisionID: String] {
    try tracker.read { view in try ReviewQueries.texts(of: ids, in: view) }
  }

  /// - Parameter department: nil for all.
  package func reviews(of department: DepartmentCode?) throws -> [ReviewRow] {
    try tracker.read { view in try ReviewQueries.list(of: department, in: view) }
  }
}

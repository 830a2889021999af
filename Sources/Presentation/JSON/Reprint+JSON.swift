package import CanonicalJSON
import Domain
import EventLog
package import Office
import Orders
import Reviews
import Shapes

extension Reprint {
  package var json: JSON {
    let standing = standing
    return .thing([
      "same": JSON(standing == .same || standing == .olderForm),
      "standing": .string(standing.rawValue), "kept": JSON(kept != nil),
      "form": JSON(pinned.form), "programForm": JSON(ReviewForm.current),
      "madeAgain": isMadeSame.map { JSON($0 ? "same" : "other") },
      "reportHash": JSON(closedReport.map { KeptReport.hash(of: $0.report) } ?? madeHash),
      "pinnedReportHash": JSON(pinned.reportHash), "closingHash": JSON(closingHash),
      "pinnedClosingHash": JSON(pinned.closing?.hash), "redacted": JSON(redacted),
      "profile": JSON(pinned.snapshot.profile),
      "profileVersion": JSON(pinned.snapshot.profileVersion), "acts": .array(acts.map(\.json)),
    ])
  }

  private var acts: [ReviewAct] { pinned.acts.compactMap { try? ReviewAct($0) } }
}

extension ReportAnswer {
  /// The report, as it was closed where that is kept, and what holding it against the log brought.
  package var json: JSON {
    let report = closed.flatMap { try? JSON(parsing: $0.report) } ?? report.json
    return reprint.map { report.with(["reprint": $0.json]) } ?? report
  }
}

extension ReviewStory {
  /// The review's acts, and what holding them against the log brought.
  package var json: JSON {
    guard let reprint else { return detail.json }
    return detail.json.with(["reprint": reprint.json, "seal": seal?.json ?? .null])
  }
}

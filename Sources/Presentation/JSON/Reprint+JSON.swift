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

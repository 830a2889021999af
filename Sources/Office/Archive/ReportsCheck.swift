import CanonicalJSON
package import EventLog

/// Checks the lines of the side file, each against the hashes that the log pins.
package struct ReportsCheck {
  private let pins: ReportPins
  private var number = 0
  private var seen: Set<[String]> = []
  private var isEnded = false

  package init(pins: ReportPins) { self.pins = pins }

  package mutating func take(_ text: String?, _ body: (KeptReport) throws -> Void) throws {
    number += 1
    guard let text else { throw fault(.archive(.unreadableLine)) }
    let archived: ArchivedReport
    do { archived = try ArchivedReport(line: text) } catch { throw fault(.archive(error)) }
    if isEnded { throw fault(.archive(.end)) }
    switch archived {
    case .end(let count):
      guard count == seen.count else { throw fault(.archive(.end)) }
      isEnded = true
    case .report(let kept):
      guard seen.insert([kept.department, kept.stream]).inserted else { throw fault(.twice(kept)) }
      guard let isPinned = pins.pin(kept) else { throw fault(.notClosed(kept)) }
      guard isPinned else { throw fault(.otherHash(kept)) }
      try body(kept)
    }
  }

  package func finish() throws -> Int {
    guard isEnded else { throw fault(.archive(.end)) }
    return seen.count
  }

  private func fault(_ reason: ReportsFileFault.Reason) -> ReportsFileFault {
    ReportsFileFault(line: number, reason: reason)
  }
}

/// The hashes of reports that an exported log pins, gathered while it is read.
package struct ReportPins {
  private var snapshots: [[String]: String] = [:]
  private var closings: [[String]: JSONObject] = [:]

  package init() {}

  package mutating func take(_ event: ArchivedEvent) {
    let review = [event.department, event.stream]
    switch event.type {
    case "SnapshotTaken" where closings[review] == nil:
      snapshots[review] = event.payload.object?["hash"]?.string
    case "ReviewClosed": closings[review] = event.payload.object
    default: break
    }
  }

  /// Whether the log pins that report; nil for a review that isn't closed there.
  package func pin(_ kept: KeptReport) -> Bool? {
    let review = [kept.department, kept.stream]
    guard let closing = closings[review] else { return nil }
    guard KeptReport.hash(of: kept.report) == closing["report"]?.string ?? snapshots[review],
      (try? JSON(parsing: kept.report))?.object?["version"] == JSON(kept.form)
    else { return false }
    guard let documents = closing["documents"]?.object else { return true }
    return KeptReport.hash(of: kept.english) == documents["en"]?.string
      && KeptReport.hash(of: kept.japanese) == documents["ja"]?.string
  }
}

/// Why the side file of an export can't be taken.
package struct ReportsFileFault: Error {
  package enum Reason {
    case archive(ArchiveFault)
    case twice(KeptReport)
    /// The log doesn't hold the review, or not its closing.
    case notClosed(KeptReport)
    /// The log pins another report, or other documents.
    case otherHash(KeptReport)
  }

  package let line: Int
  package let reason: Reason
}

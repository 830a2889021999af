import Bilingual
import EventLog
import Office
import Presentation
import ReadModels
import Synchronization
import Terminal

extension Answer {
  /// Brings a database to this program's schema, with a bar on a terminal.
  @discardableResult
  func install(_ premises: Premises) async throws -> Installation.Result {
    let telling = InstallationTelling(self)
    defer { telling.finish() }
    return try await Installation.install(premises, by: Premises.reach) { telling.tell($0) }
  }

  /// Keeps the reports of closed reviews that none are kept of.
  @discardableResult
  func keepReports(_ premises: Premises) async throws -> Int {
    let telling = InstallationTelling(self)
    return try await Installation.keepReports(
      premises, by: Premises.reach, { telling.tell($0) })
  }

  /// Fills an empty database from an exported log, with a bar on a terminal.
  func fill(
    _ premises: Premises, from log: ArchiveFile, _ reports: ReportsFile?
  ) async throws -> LogArchive.Taken {
    let telling = InstallationTelling(self)
    defer { telling.finish() }
    return try await LogArchive.fill(
      premises, by: Premises.reach, from: log, reports, { telling.tell($0) })
  }

  /// Builds the read models, with a bar on a terminal.
  func rebuild(_ premises: Premises, workers: Int) async throws -> RebuildReport? {
    let telling = InstallationTelling(self)
    defer { telling.finish() }
    return try await Installation.rebuild(
      premises, always: true, workers: workers, by: Premises.reach
    ) { telling.tell($0) }
  }
}

/// Says how an installation goes on; the bar of a rebuild is moved from several connections.
private final class InstallationTelling: Sendable {
  private let label: String
  private let answer: Answer
  private let bar = Mutex<ProgressBar?>(nil)

  init(_ answer: Answer) {
    self.answer = answer
    label = answer.say("Rebuilding", "再構築中")
  }

  func tell(_ news: Installation.News) {
    switch news {
    case .rebuilding(let done, let total): update(done, of: total)
    case .ahead(let departments):
      finish()
      answer.noteRepair(of: departments)
    case .star(let error):
      finish()
      answer.console.note(answer.say("Note: ", "注意: ") + error.refused(answer.language))
    }
  }

  private func update(_ done: Int, of total: Int) {
    bar.withLock { bar in
      if bar == nil { bar = ProgressBar(label: label, total: total, language: answer.language) }
      bar?.update(done)
    }
  }

  func finish() { bar.withLock { $0?.finish() } }
}

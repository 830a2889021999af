import Domain
package import Orders
import Postgres
import Tables
import Tracker

/// How a file of actions is to be imported.
package struct ActionsRequest: Sendable {
  /// Where lines go that name no department.
  package var home: HomeDepartment
  package var settings: TableSettings
  /// Departments that are not known are registered.
  package var createsDepartments: Bool
  package var isDryRun: Bool
  /// Nothing is written if a line is refused.
  package var isAtomic: Bool

  package init(
    home: HomeDepartment = HomeDepartment(), settings: TableSettings = TableSettings(),
    createsDepartments: Bool = false, isDryRun: Bool = false, isAtomic: Bool = false
  ) {
    (self.home, self.settings) = (home, settings)
    (self.createsDepartments, self.isDryRun) = (createsDepartments, isDryRun)
    self.isAtomic = isAtomic
  }
}

/// What is told of an import of actions while it goes on.
package enum ActionsNews {
  /// What a table was found to be, before its first line.
  case found(FoundColumns)
  case refused(line: Int, ActionLineFault)
  /// Up to which line the file is read.
  case read(line: Int)
  /// All lines are taken, and those that weren't refused are appended.
  case taken
}

/// What an import of actions came to.
package struct ImportedActions: Sendable {
  /// Lines with something in them.
  package fileprivate(set) var read = 0
  package fileprivate(set) var refused = 0
  /// Lines that were added or, in a dry run, would be; none where all was undone.
  package fileprivate(set) var report = ImportReport()
  /// Departments that lines name and nobody registered, as they are written.
  package fileprivate(set) var unknown: [String] = []
  package let isDryRun: Bool
  /// A refused line undid all.
  package fileprivate(set) var isUndone = false
}

extension Office {
  /// Imports the actions of a file: each is decided on like `do`, and those that can't be taken are
  /// told of and left out. The same file again adds nothing.
  /// - Throws: ``ImportStopped``, ``ImportInterrupted``, ``ActionFileFault``, `TableFault`, and what
  ///   the database says.
  package func importActions(
    from file: ActionFile, _ request: ActionsRequest = ActionsRequest(),
    _ tell: (ActionsNews) -> Void = { _ in }
  ) throws -> ImportedActions {
    var run = try ActionsRun(self, request)
    do {
      if request.isAtomic {
        try atomically {
          try run.take(all: file, tell)
          return run.outcome.refused == 0
        }
      } else {
        try run.take(all: file, tell)
      }
    } catch PostgresError.interrupted where !request.isAtomic {
      throw ImportInterrupted(added: run.added)
    } catch let fault as TableFault where !request.isAtomic {
      throw try run.stopped(by: fault)
    }
    return try run.end(isUndone: request.isAtomic && run.outcome.refused > 0)
  }
}

/// An import of actions as it goes on.
private struct ActionsRun {
  private var actions: ActionImport
  private var reader: ActionReader
  private(set) var outcome: ImportedActions
  /// Of the file, the last that came.
  private var lastLine = 0

  init(_ office: Office, _ request: ActionsRequest) throws {
    actions = ActionImport(office.tracker, isDryRun: request.isDryRun)
    reader = try ActionReader(office, request)
    outcome = ImportedActions(isDryRun: request.isDryRun)
  }

  var added: Int { actions.report.added }

  mutating func take(all file: ActionFile, _ tell: (ActionsNews) -> Void) throws {
    try file.read { item in
      switch item {
      case .columns(let columns): tell(.found(columns))
      case .record(let record):
        try Interruption.check()
        if let fault = try take(record) {
          outcome.refused += 1
          tell(.refused(line: record.line, fault))
        }
        tell(.read(line: record.line))
      }
    }
    try actions.finish()
    tell(.taken)
  }

  /// - Returns: why the line is left out; nil when it is taken.
  private mutating func take(_ record: ActionRecord) throws -> ActionLineFault? {
    outcome.read += 1
    lastLine = record.line
    do {
      let line = try reader.line(record) { try actions.create($0) }
      return try actions.add(line).map { .refused($0) }
    } catch let fault as ActionLineFault { return fault }
  }

  /// Appends what was taken before the rest turned out to be unreadable.
  mutating func stopped(by fault: TableFault) throws -> any Error {
    if outcome.read == 0 { return fault }
    try actions.finish()
    if !actions.isDryRun { try actions.project() }
    return ImportStopped(
      fault: fault, line: lastLine, added: added, isDryRun: actions.isDryRun)
  }

  /// Brings the read models up to date and sums up.
  mutating func end(isUndone: Bool) throws -> ImportedActions {
    if !isUndone { try actions.project() }
    outcome.isUndone = isUndone
    outcome.unknown = reader.unknown.sorted()
    outcome.report = actions.report
    if isUndone {
      outcome.report.added = 0
      outcome.report.journals = []
      outcome.report.departments = []
    }
    return outcome
  }
}

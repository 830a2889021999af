package import EventLog
import Tracker

extension Office {
  /// Events of the logs, in the order asked for, in one snapshot with what is read.
  package func events(_ filter: LogFilter) throws -> LogPage {
    try tracker.read(of: []) { _ in try LogReader.page(filter, in: session) }
  }
}

package import EventLog
import Tracker

extension Office {
  /// Events of the logs, in the order asked for, in one snapshot with what is read; those that were
  /// recorded and true by the moment that is looked at.
  package func events(_ filter: LogFilter) throws -> LogPage {
    var filter = filter
    filter.upTo = asOf?.prefixes
    filter.trueBy = asOf?.trueBy
    return try tracker.read(of: []) { _ in try LogReader.page(filter, in: session) }
  }
}

package import Domain
import EventLog
import Orders
import Postgres
import ReadModels

extension Tracker {
  /// Carries out several commands as one: all of them, or none where one is refused. Each decides on
  /// what the read models held before the first; its own stream it sees as the others left it.
  /// - Parameter departments: those whose logs are written.
  package func together<T>(_ departments: [DepartmentCode], _ body: () throws -> T) throws -> T {
    try snapshot?.end()
    try read { _ in }
    let value = try session.transaction { session in
      let value = try body()
      if !setting.mayProject { try Projector.leave(session) }
      return value
    }
    for department in Set(departments).sorted() { try project(department) }
    return value
  }
}

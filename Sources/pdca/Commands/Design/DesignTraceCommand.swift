import ArgumentParser
import CanonicalJSON
import Domain
import Office
import ReadModels
import Reviews
import Tracker

struct DesignTraceCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "trace", "Show the way of a lesson: cycle, design, session, and the KPI since.",
      "教訓の流れ (ミニPDCA、研修設計、セッション、その後の KPI) を表示します。",
      examples: ["pdca design trace SALES-L3", "pdca design trace SALES-12"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Argument(help: help("A lesson, or a cycle.", "教訓またはミニPDCAの ID。")) var id: String

  func run(at desk: Desk) throws {
    guard let item = ItemID(id), item.kind == .lesson || item.kind == .cycle else {
      throw DeskError.unreadable(argument: "ID", text: id, wanted: .lessonID)
    }
    let start = try desk.item(id, item.kind)
    let paths = try desk.tracker.read { try desk.paths(from: start) }
    desk.answer.give(json: ["from": JSON("\(start)"), "lessons": .array(paths.map(\.json))]) {
      paths.isEmpty
        ? [
          desk.answer.say(
            "No lesson was drafted from \(start). Draft one:  pdca lesson draft \"<title>\" --cycle \(start)",
            "\(start) から起案された教訓はありません。起案する:  pdca lesson draft \"<題名>\" --cycle \(start)")
        ]
        : Array(
          paths.map { $0.lines(desk.answer.language, desk.answer.layout) }.joined(separator: [""]))
    }
  }
}

extension Desk {
  /// The ways of a lesson, or of all lessons of a cycle; inside `tracker.read` alone.
  fileprivate func paths(from start: ItemID) throws -> [LessonPath] {
    guard start.kind == .cycle else { return [try path(of: start)] }
    guard let detail = try CycleQueries.detail(of: start, actions: 0, in: session) else {
      throw OfficeError.unknown(.cycle, text: "\(start)", candidates: try ids(like: start))
    }
    return try detail.lessons.map(path)
  }

  private func path(of id: ItemID) throws -> LessonPath {
    guard let lesson = try LessonQueries.lesson(id, in: session) else {
      throw OfficeError.unknown(.lesson, text: "\(id)", candidates: try ids(like: id))
    }
    let cycles = try LessonQueries.cycles(of: id, in: session).compactMap {
      try CycleQueries.cycle($0, in: session)
    }
    let kpis = Set(cycles.compactMap(\.kpi)).sorted()
    return LessonPath(
      lesson, cycles: cycles, traces: try TraceQueries.trace(of: id, in: session),
      charts: try kpis.compactMap { try KPIChart.load($0, in: session) })
  }

  /// What there is of the kind in the department.
  private func ids(like id: ItemID) throws -> [String] {
    id.kind == .cycle
      ? try CycleQueries.list(CycleFilter(department: id.department), in: session)
        .map { "\($0.id)" }
      : try LessonQueries.list(LessonFilter(department: id.department), in: session)
        .map { "\($0.id)" }
  }
}

import ArgumentParser
import CanonicalJSON
import Domain
import Office
import ReadModels
import Tracker

struct DesignShowCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "show", "Show a design: items, lessons, sessions, who attended, what it brought.",
      "研修設計の項目、教訓、セッション、出席、評価を表示します。",
      examples: ["pdca design show HQ-D2"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let detail = try desk.office.design(id)
    desk.answer.give(json: detail.json) { DesignText(detail, desk).lines }
  }
}

extension DesignDetail {
  fileprivate var json: JSON {
    guard case .object(var members) = design.json else { return design.json }
    members["items"] = .array(items.map(Self.item))
    members["lessons"] = .array(lessons.map(Self.lesson))
    members["sessions"] = .array(sessions.map(session))
    members["costs"] = .array(costs.map(Self.cost))
    return .object(members)
  }

  private static func item(_ row: DesignItemRow) -> JSON {
    [
      "number": JSON(row.number), "title": JSON(row.title), "reasons": JSON(row.reasons),
      "removedReason": JSON(row.removedReason) ?? .null,
    ]
  }

  private static func lesson(_ row: DesignLessonRow) -> JSON {
    [
      "lesson": JSON("\(row.lesson)"), "item": JSON(row.item) ?? .null,
      "declinedReason": JSON(row.declinedReason) ?? .null, "by": JSON("\(row.answeredBy)"),
    ]
  }

  private func session(_ row: SessionRow) -> JSON {
    [
      "number": JSON(row.number), "date": JSON("\(row.date)"), "title": JSON(row.title),
      "layers": JSON(row.layers.map(\.rawValue)), "items": .array(row.items.map { JSON($0) }),
      "overrideReason": JSON(row.overrideReason) ?? .null, "cancelled": JSON(row.isCancelled),
      "attended": JSON(attendance.filter { $0.session == row.number }.map { "\($0.account)" }),
      "evaluations": .array(
        evaluations.filter { $0.session == row.number }.map { evaluation in
          [
            "level": JSON(evaluation.level), "score": JSON(evaluation.score) ?? .null,
            "note": JSON(evaluation.note) ?? .null, "by": JSON("\(evaluation.evaluatedBy)"),
          ]
        }),
    ]
  }

  private static func cost(_ row: CostRow) -> JSON {
    [
      "session": JSON(row.session) ?? .null, "what": JSON(row.what),
      "minorUnits": JSON(row.amount), "currency": JSON(row.currency),
    ]
  }
}

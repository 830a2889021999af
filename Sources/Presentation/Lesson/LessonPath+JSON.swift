package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Reviews
import Shapes

extension LessonPath {
  package var json: JSON {
    lesson.json.with([
      "lesson": JSON("\(lesson.id)"), "cycles": .texts(cycles.map(\.id)),
      "answers": .array(answers.map(\.json)),
    ])
  }
}

extension LessonAnswer {
  fileprivate var json: JSON {
    [
      "design": JSON("\(design)"), "item": JSON(item) ?? .null,
      "itemTitle": JSON(itemTitle) ?? .null, "declinedReason": JSON(declinedReason) ?? .null,
      "sessions": .array(sessions.map(\.json)),
    ]
  }
}

extension LessonSession {
  fileprivate var json: JSON {
    [
      "number": JSON(trace.session) ?? .null, "session": JSON(trace.session) ?? .null,
      "date": JSON(text: trace.sessionDate) ?? .null, "title": JSON(trace.sessionTitle) ?? .null,
      "attendees": .texts(attendees), "attended": .texts(attendees),
      "effects": .array(effects.map(\.json)),
    ]
  }
}

extension KPIEffect {
  fileprivate var json: JSON {
    [
      "kpi": JSON("\(chart.kpi.reference)"), "before": effect.before.map(\.json) ?? .null,
      "after": effect.after.map(\.json) ?? .null, "finding": JSON(effect.finding.rawValue),
    ]
  }
}

extension TrainingEffect.Level {
  fileprivate var json: JSON { ["mean": JSON(mean), "count": JSON(count)] }
}

package import CanonicalJSON

/// The tools, in the order in which hosts list them. Their names are what hosts and people keep: a
/// name that was given stays.
package enum Toolbox {
  package static let reading: [any ReadingTool.Type] = [
    MyDayTool.self, ReviewTool.self, ExplainChangeTool.self, WhyDecidedTool.self,
    FindLessonsTool.self, ChartTool.self, ProposeTool.self, DraftPlanTool.self,
  ]

  package static let recording: [any RecordingTool.Type] = [
    LogActionTool.self, ReportObstacleTool.self, ProposeHypothesisTool.self,
    ProposeTrainingItemTool.self,
  ]

  package static var definitions: [JSON] {
    reading.map { $0.definition($0.parameters, readOnly: true) }
      + recording.map { $0.definition($0.parameters, readOnly: false) }
  }
}

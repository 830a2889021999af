extension ProjectionModule {
  static let issue = ProjectionModule(
    name: "issue", version: 1,
    description: "Issues and opinions that went up to a layer, and what was decided",
    subjects: [.issue],
    tables: [IssueRow.self])
}

package import Bilingual

/// What people call the rows and columns of the read models.
package enum RowWords {
  /// Rows that change after they were made, or say more than their event does; the others only
  /// repeat it.
  package static let nouns: [String: Phrase] = [
    "adoption": Phrase(en: "Answer to", ja: "採否"), "cycle": Phrase(en: "Cycle", ja: "ミニPDCA"),
    "concept": Phrase(en: "Concept", ja: "活用構想"),
    "department": Phrase(en: "Department", ja: "部門"), "design": Phrase(en: "Design", ja: "研修設計"),
    "design_item": Phrase(en: "Item", ja: "項目"),
    "design_lesson": Phrase(en: "Lesson in design", ja: "教訓の反映"),
    "hypothesis": Phrase(en: "Hypothesis", ja: "原因仮説"), "issue": Phrase(en: "Issue", ja: "課題"),
    "kpi": Phrase(en: "KPI", ja: "KPI"), "lesson": Phrase(en: "Lesson", ja: "教訓"),
    "member": Phrase(en: "Member", ja: "メンバー"), "member_role": Phrase(en: "Role", ja: "役割"),
    "observation": Phrase(en: "Observation", ja: "実績値"),
    "organization": Phrase(en: "Organization", ja: "組織"),
    "policy": Phrase(en: "Training policy", ja: "育成方針"),
    "review": Phrase(en: "Review", ja: "レビュー"),
    "review_decision": Phrase(en: "Decision", ja: "決定事項"),
    "session": Phrase(en: "Session", ja: "研修"),
  ]

  /// Columns that people read; who, when and where stands in the event's own line.
  package static let columns: [String: Phrase] = work.merging(improvement) { $1 }.merging(people) {
    $1
  }
}

package import Bilingual
package import Domain
package import ReadModels

extension CycleStatus {
  package var words: Phrase {
    switch self {
    case .unplanned: Phrase(en: "unplanned", ja: "未計画")
    case .journal: Phrase(en: "journal", ja: "活動記録")
    case .planned: Phrase(en: "planned", ja: "計画済み")
    case .doing: Phrase(en: "doing", ja: "実施中")
    case .checked: Phrase(en: "checked", ja: "評価済み")
    case .acted: Phrase(en: "acted", ja: "判断済み")
    case .cancelled: Phrase(en: "cancelled", ja: "取りやめ")
    }
  }
}

extension LessonStatus {
  package var words: Phrase {
    switch self {
    case .draft: Phrase(en: "draft", ja: "起案")
    case .validated: Phrase(en: "validated", ja: "検証済み")
    case .retired: Phrase(en: "retired", ja: "廃止")
    }
  }
}

extension DepartmentRow {
  /// Open, the head, or closed and who goes on.
  package func state(head: DepartmentCode) -> Phrase {
    if let successor {
      return Phrase(en: "closed, see \(successor)", ja: "閉鎖（後継 \(successor)）")
    }
    if isClosed { return Phrase(en: "closed", ja: "閉鎖") }
    return code == head ? Phrase(en: "head", ja: "本部") : Phrase(en: "open", ja: "活動中")
  }
}

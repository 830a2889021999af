package import Bilingual
package import Domain

extension Layer {
  package var words: Phrase {
    switch self {
    case .executive: Phrase(en: "executive", ja: "経営層")
    case .promoter: Phrase(en: "promoter", ja: "推進役")
    case .field: Phrase(en: "field", ja: "現場")
    }
  }
}

extension Role {
  package var words: Phrase {
    switch self {
    case .administrator: Phrase(en: "administrator", ja: "管理者")
    case .reviewer: Phrase(en: "reviewer", ja: "レビュー担当")
    case .trainer: Phrase(en: "trainer", ja: "研修担当")
    case .auditor: Phrase(en: "auditor", ja: "監査担当")
    }
  }
}

extension Role {
  /// For which departments it is held; nil where for all.
  package func reach(_ departments: some Sequence<DepartmentCode>) -> Phrase? {
    let codes = departments.sorted().map(\.rawValue)
    guard !codes.isEmpty else { return nil }
    return Phrase(
      en: "for \(codes.joined(separator: ", "))", ja: "\(codes.joined(separator: "、"))のみ")
  }

  /// The role, and for which departments where not for all.
  package func words(for departments: some Sequence<DepartmentCode>) -> Phrase {
    guard let reach = reach(departments) else { return words }
    return Phrase(en: "\(words.en) \(reach.en)", ja: "\(words.ja)（\(reach.ja)）")
  }
}

extension Direction {
  package var words: Phrase {
    switch self {
    case .up: Phrase(en: "higher is better", ja: "高いほど良い")
    case .down: Phrase(en: "lower is better", ja: "低いほど良い")
    case .neutral: Phrase(en: "to be held", ja: "維持する")
    }
  }
}

extension Cadence {
  package var words: Phrase {
    switch self {
    case .daily: Phrase(en: "daily", ja: "日次")
    case .weekly: Phrase(en: "weekly", ja: "週次")
    case .monthly: Phrase(en: "monthly", ja: "月次")
    }
  }
}

extension KPIKind {
  package var words: Phrase {
    switch self {
    case .outcome: Phrase(en: "outcome", ja: "成果")
    case .activity: Phrase(en: "activity", ja: "活動量")
    }
  }
}

extension Measure {
  package var words: Phrase {
    switch self {
    case .value: Phrase(en: "measured value", ja: "測定値")
    case .count: Phrase(en: "count", ja: "件数")
    case .proportion: Phrase(en: "proportion", ja: "割合")
    }
  }
}

extension Verdict {
  package var words: Phrase {
    switch self {
    case .met: Phrase(en: "met", ja: "達成")
    case .partly: Phrase(en: "partly met", ja: "一部達成")
    case .missed: Phrase(en: "missed", ja: "未達")
    case .notMeasured: Phrase(en: "not measured", ja: "測定なし")
    }
  }
}

extension Choice {
  package var words: Phrase {
    switch self {
    case .adopt: Phrase(en: "adopt", ja: "採用")
    case .adapt: Phrase(en: "adapt", ja: "修正")
    case .abandon: Phrase(en: "abandon", ja: "中止")
    }
  }

  /// The choice as a fact: `adopted`.
  package var made: Phrase {
    switch self {
    case .adopt: Phrase(en: "adopted", ja: "採用")
    case .adapt: Phrase(en: "adapted", ja: "修正")
    case .abandon: Phrase(en: "abandoned", ja: "中止")
    }
  }
}

extension LessonKind {
  package var words: Phrase {
    switch self {
    case .success: Phrase(en: "success", ja: "成功")
    case .failure: Phrase(en: "failure", ja: "失敗")
    }
  }
}

extension ReviewKind {
  package var words: Phrase {
    switch self {
    case .weekly: Phrase(en: "weekly", ja: "週次")
    case .monthly: Phrase(en: "monthly", ja: "月次")
    }
  }
}

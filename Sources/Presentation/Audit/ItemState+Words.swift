package import Bilingual
import Domain
package import Office
import ReadModels
import Reviews
import Wording

extension ItemState.Key {
  /// As JSON calls it.
  package var name: String {
    switch self {
    case .department(let code): "department \(code)"
    case .member(let account): "member \(account)"
    case .retirement: "retired"
    default: "\(self)"
    }
  }

  package var words: Phrase {
    switch self {
    case .status: Phrase(en: "State", ja: "状態")
    case .title: Phrase(en: "Title", ja: "題名")
    case .change: Phrase(en: "Change", ja: "打ち手")
    case .predicted: Phrase(en: "Prediction", ja: "予測")
    case .window: Phrase(en: "Window", ja: "測定期間")
    case .due: Phrase(en: "Due", ja: "期限")
    case .owner: Phrase(en: "Owner", ja: "担当者")
    case .actual: Phrase(en: "Actual", ja: "実績")
    case .verdict: Phrase(en: "Verdict", ja: "判定")
    case .choice: Phrase(en: "Decision", ja: "判断")
    case .why: Phrase(en: "Why", ja: "理由")
    case .next: Phrase(en: "Goes on in", ja: "続き")
    case .actions: Phrase(en: "Actions", ja: "実施内容")
    case .obstacles: Phrase(en: "Obstacles", ja: "障害")
    case .target: Phrase(en: "Target", ja: "目標")
    case .targetBy: Phrase(en: "Target by", ja: "目標期限")
    case .observations: Phrase(en: "Observations", ja: "実績値の件数")
    case .latest: Phrase(en: "Latest", ja: "最新値")
    case .center: Phrase(en: "Mean", ja: "中心線")
    case .signals: Phrase(en: "Signals", ja: "シグナル")
    case .openSignals: Phrase(en: "Not acknowledged", ja: "未確認")
    case .retired: Phrase(en: "Retired", ja: "廃止")
    case .retirement: Phrase(en: "Retired", ja: "廃止理由")
    case .suggestion: Phrase(en: "Suggestion", ja: "提案")
    case .validator: Phrase(en: "Validated by", ja: "検証者")
    case .decision: Phrase(en: "Decision", ja: "決定")
    case .decidedBy: Phrase(en: "Decided by", ja: "決定者")
    case .approvedBy: Phrase(en: "Approved by", ja: "承認者")
    case .items: Phrase(en: "Items", ja: "項目")
    case .lessons: Phrase(en: "Lessons answered", ja: "回答済みの教訓")
    case .sessions: Phrase(en: "Sessions", ja: "実施回")
    case .attendance: Phrase(en: "Attendances", ja: "受講")
    case .evaluations: Phrase(en: "Evaluations", ja: "評価")
    case .closedBy: Phrase(en: "Closed by", ja: "終了した人")
    case .hash: Phrase(en: "Hash", ja: "ハッシュ")
    case .decisions: Phrase(en: "Decisions", ja: "決定事項")
    case .done: Phrase(en: "Decisions done", ja: "完了した決定")
    case .carried: Phrase(en: "Carried over", ja: "持ち越し")
    case .addenda: Phrase(en: "Addenda", ja: "追記")
    case .adopted: Phrase(en: "Answer", ja: "回答")
    case .text: Phrase(en: "Why", ja: "理由")
    case .cycle: Phrase(en: "Cycle", ja: "ミニPDCA")
    case .vision: Phrase(en: "Vision", ja: "ビジョン")
    case .policy: Phrase(en: "Training policy", ja: "育成方針")
    case .profile: Phrase(en: "Profile", ja: "人材像")
    case .valueAreas: Phrase(en: "Value areas", ja: "価値領域")
    case .department(let code): Phrase(en: "Department \(code)", ja: "部門 \(code)")
    case .member(let account): Phrase(en: "Member \(account)", ja: "メンバー \(account)")
    }
  }
}

extension ItemState.Fact {
  /// As people read it; nil while there is none.
  package func text(_ language: Language) -> String? { value?.text(language) }
}

extension ItemState.Value {
  fileprivate func text(_ language: Language) -> String? {
    switch self {
    case .text(let text): text
    case .count(let count): "\(count)"
    case .day(let day): "\(day)"
    case .given(let level, let kpi): NumberText(of: kpi, language).measured(level)
    case .computed(let level, let kpi): NumberText(of: kpi, language).computed(level)
    case .observed(let point, let kpi):
      "\(NumberText(of: kpi, language).recorded(point.level)) (\(point.period))"
    case .window(let cycle): cycle.window(language)
    case .cycleStatus(let status): status.words(language)
    case .verdict(let verdict): verdict.words(language)
    case .choice(let choice): choice.words(language)
    case .lessonStatus(let status): status.words(language)
    case .adopted(let adopted):
      adopted ? language.choose("adopted", "採用") : language.choose("declined", "見送り")
    case .department(let row):
      row.isClosed ? language.choose("\(row.name) (closed)", "\(row.name)（閉鎖）") : row.name
    case .member(let entry): words(of: entry, language)
    }
  }

  private func words(of entry: MemberEntry, _ language: Language) -> String {
    let member = entry.member
    if member.leftAt != nil { return language.choose("has left", "離任") }
    let roles = entry.roles.map { $0.words(for: entry.limits[$0] ?? [])(language) }.sorted()
    return (["\(member.home)", member.layer.words(language)] + roles).joined(separator: ", ")
  }
}

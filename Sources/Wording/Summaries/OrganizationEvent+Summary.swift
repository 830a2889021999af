package import Bilingual
package import Domain

extension OrganizationEvent {
  package var summary: Phrase {
    switch self {
    case .founded(let name, let head, let zone, _, _):
      Phrase(en: "Organization founded", ja: "組織を登録").stating(name)
        .with(Phrase(en: "head \(head)", ja: "本部 \(head)"), Phrase(both: zone))
    case .departmentRegistered(let code, let name):
      Phrase(en: "Department \(code) registered", ja: "部門 \(code) を登録").stating(name)
    case .departmentRenamed(let code, let name):
      Phrase(en: "Department \(code) renamed", ja: "部門 \(code) の名称を変更").stating(name)
    case .departmentClosed(let code, let successor, let reason):
      Phrase(en: "Department \(code) closed", ja: "部門 \(code) を閉鎖").stating(reason)
        .with(successor.map { Phrase(en: "successor \($0)", ja: "後継 \($0)") })
    case .memberJoined(let account, let department, let layer, let isMachine):
      Phrase(en: "\(account) joined \(department)", ja: "\(account) が \(department) に参加").with(
        layer.words, isMachine ? Phrase(en: "machine", ja: "自動処理用") : nil)
    case .memberLeft(let account, let reason):
      Phrase(en: "\(account) left", ja: "\(account) が離脱").with(reason.map(Phrase.init(both:)))
    case .roleGranted(let account, let role, let departments):
      Phrase(en: "\(account) is \(role.words.en) now", ja: "\(account) に\(role.words.ja)の役割を付与")
        .with(role.reach(departments))
    case .roleRevoked(let account, let role, let reason, let departments):
      Phrase(
        en: "\(account) is no longer \(role.words.en)", ja: "\(account) の\(role.words.ja)の役割を解除"
      ).with(role.reach(departments), reason.map(Phrase.init(both:)))
    case .sponsorAssigned(let department, let account):
      Phrase(
        en: "\(account) is the sponsor of \(department)", ja: "\(account) を \(department) のスポンサーに指定"
      )
    }
  }
}

extension StrategyEvent {
  package var summary: Phrase {
    switch self {
    case .visionDeclared(let statement, let kpis):
      Phrase(en: "Vision declared", ja: "ビジョンを宣言").stating(statement)
        .with(Phrase(listing: kpis))
    case .valueAreaChosen(let name, let investment, let why):
      Phrase(en: "Value area chosen", ja: "価値領域を選定").stating(name).with(
        investment?.prose, Phrase(both: why))
    case .trainingPolicySet(let policy, let profile):
      Phrase(en: "Training policy set", ja: "育成方針を設定").stating(policy)
        .with(Phrase(both: profile))
    case .policyRevised(let policy, let profile, let reason, let review, let lessons):
      Phrase(en: "Training policy revised", ja: "育成方針を改定").stating(policy).with(
        Phrase(both: profile), Phrase(both: reason), review.map { Phrase(both: "\($0)") },
        lessons.isEmpty ? nil : Phrase(listing: lessons))
    }
  }
}

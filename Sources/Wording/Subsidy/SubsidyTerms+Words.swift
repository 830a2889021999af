package import Bilingual
package import Domain

extension DayPartKind {
  package var words: Phrase {
    switch self {
    case .lesson: Phrase(en: "training", ja: "訓練")
    case .meal: Phrase(en: "meal break", ja: "食事休憩")
    case .pause: Phrase(en: "short break", ja: "小休止")
    case .ceremony: Phrase(en: "ceremony or orientation", ja: "開講式・閉講式・オリエンテーション")
    case .move: Phrase(en: "moving", ja: "移動")
    case .work: Phrase(en: "ordinary work", ja: "通常業務")
    }
  }
}

extension SubjectNature {
  package var words: Phrase {
    switch self {
    case .duties: Phrase(en: "for the duties", ja: "職務に関連する訓練")
    case .general: Phrase(en: "common to all people", ja: "職業・職務に関わらず共通の知識")
    case .hobby: Phrase(en: "hobbies", ja: "趣味・教養")
    case .ordinaryWork: Phrase(en: "ordinary business", ja: "通常の事業活動")
    case .conference: Phrase(en: "conferences and visits", ja: "会議・展示会等")
    }
  }
}

extension TrainingDelivery {
  package var words: Phrase {
    switch self {
    case .classroom: Phrase(en: "in one room", ja: "通学制・対面")
    case .liveOnline: Phrase(en: "live and online", ja: "同時双方向型の通信訓練")
    case .eLearning: Phrase(en: "e-learning", ja: "eラーニング")
    case .correspondence: Phrase(en: "correspondence", ja: "通信制")
    case .subscription: Phrase(en: "by subscription", ja: "定額制サービス")
    }
  }
}

extension TrainingExpenseKind {
  package var words: Phrase {
    switch self {
    case .tuition: Phrase(en: "tuition", ja: "受講料")
    case .lecturerFee: Phrase(en: "lecturer's fee", ja: "部外講師謝金")
    case .lecturerTravel: Phrase(en: "lecturer's travel", ja: "部外講師旅費")
    case .lecturerLodging: Phrase(en: "lecturer's lodging", ja: "部外講師宿泊費")
    case .venue: Phrase(en: "room", ja: "会場・施設使用料")
    case .materials: Phrase(en: "materials", ja: "教科書・教材費")
    case .registration: Phrase(en: "registration", ja: "入学料・登録料")
    case .subscription: Phrase(en: "subscription", ja: "定額制サービス利用料")
    case .equipment: Phrase(en: "equipment", ja: "設備費")
    }
  }
}

extension SubsidyCondition {
  package var words: Phrase {
    switch self {
    case .smallOrMedium: Phrase(en: "small or middle-sized enterprise", ja: "中小企業事業主")
    case .insured: Phrase(en: "covered by employment insurance", ja: "雇用保険適用事業所")
    case .developmentPromoter:
      Phrase(en: "promoter of ability development chosen", ja: "職業能力開発推進者の選任")
    case .developmentPlan:
      Phrase(en: "plan of ability development made and told", ja: "事業内職業能力開発計画の策定・周知")
    case .workersHeard: Phrase(en: "workers heard", ja: "労働者（代表）の意見聴取")
    case .businessExpansion:
      Phrase(en: "business expansion", ja: "事業展開（3年以内の予定または6か月以内の実施）")
    case .digitalOrGreen: Phrase(en: "work in DX or GX", ja: "DX・GXに関連する業務")
    case .personnelPlan: Phrase(en: "personnel plan of about three years", ja: "今後3年程度の人事・人材育成計画")
    case .bearsAllCosts: Phrase(en: "employer bears all costs", ja: "訓練経費の全額を事業主が負担")
    case .wagesPaid: Phrase(en: "wages paid during training", ja: "訓練期間中の賃金の支払い")
    case .advancedDigital: Phrase(en: "advanced digital training", ja: "高度デジタル人材の育成訓練")
    case .wageRise: Phrase(en: "wages rise afterwards", ja: "訓練後の賃上げ（賃金要件・資格等手当要件）")
    }
  }
}

extension SubsidyFiling {
  package var words: Phrase {
    switch self {
    case .plan: Phrase(en: "training plan", ja: "職業訓練実施計画届")
    case .change: Phrase(en: "notice of change", ja: "職業訓練実施計画変更届")
    case .claim: Phrase(en: "claim", ja: "支給申請書")
    }
  }
}

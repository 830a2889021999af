package import Bilingual
import CivilTime
package import Domain
package import Subsidy
import Wording

extension Standing {
  package var words: Phrase {
    switch self {
    case .met: Phrase(en: "yes", ja: "適合")
    case .unmet: Phrase(en: "no", ja: "不適合")
    case .unknown: Phrase(en: "not known", ja: "未確認")
    }
  }
}

extension SubsidyRequirement {
  package var words: Phrase {
    switch self {
    case .year(let day):
      Phrase(
        en: "first day \(day.map(\.words.en) ?? "not set")",
        ja: "訓練開始日 \(day.map(\.words.ja) ?? "未定")")
    case .delivery(let delivery):
      Phrase(
        en: "way of training: \(delivery?.words.en ?? "not said")",
        ja: "訓練の形態: \(delivery?.words.ja ?? "未記録")")
    case .condition(let condition): condition.words
    case .oneOf(let conditions):
      Phrase(
        en: "one of: " + conditions.map(\.words.en).joined(separator: "; "),
        ja: "次のいずれか: " + conditions.map(\.words.ja).joined(separator: "／"))
    case .leastHours(let minutes, let least):
      Phrase(
        en: "actual training hours \(HoursText.words(minutes: minutes).en), at least "
          + "\(HoursText.words(minutes: least).en)",
        ja: "実訓練時間数 \(HoursText.words(minutes: minutes).ja)"
          + "（\(HoursText.words(minutes: least).ja)以上）")
    case .ineligibleShare(let ineligible, let taught):
      Phrase(
        en: "no training: \(HoursText.words(minutes: ineligible).en) of "
          + "\(HoursText.words(minutes: taught).en) (a third at most)",
        ja: "対象外の内容 \(HoursText.words(minutes: ineligible).ja)／"
          + "\(HoursText.words(minutes: taught).ja)（3分の1以下）")
    case .attendance(let enough, let all):
      Phrase(en: "attended enough: \(enough) of \(all)", ja: "受講時間数の要件を満たす者 \(enough)名／\(all)名")
    case .planFiled(let day, let by):
      Phrase(
        en: "plan filed by \(by.words.en): \(day.map(\.words.en) ?? "not recorded")",
        ja: "計画届の提出（期限 \(by.words.ja)）: \(day.map(\.words.ja) ?? "記録なし")")
    case .changesFiled(let missing):
      Phrase(
        en: "changes without a notice before: \(missing)", ja: "事前の変更届がない変更 \(missing)件")
    case .claimOpen(let by):
      Phrase(en: "claim by \(by.words.en)", ja: "支給申請（期限 \(by.words.ja)）")
    }
  }
}

extension SubsidyGap {
  /// What is missing or wrong.
  /// - Parameter names: what people are called; accounts without.
  package func words(
    _ record: TrainingRecord, calling names: PeopleNames = PeopleNames()
  ) -> Phrase {
    switch self {
    case .noRules(let day):
      Phrase(
        en: "No rules are known for trainings from \(day?.words.en ?? "an unset day") on.",
        ja: "\(day?.words.ja ?? "開始日未定")の訓練に適用する要件のデータがありません。")
    case .noProvider:
      Phrase(en: "The provider and its contract are not recorded.", ja: "訓練機関と契約が未記録です。")
    case .noCurriculum: Phrase(en: "The curriculum is not recorded.", ja: "カリキュラムが未記録です。")
    case .noWorkingHours:
      Phrase(
        en: "Scheduled working hours are not stated: no wage can be claimed.",
        ja: "所定労働時間が未記録のため、賃金助成を計算できません。")
    case .noExpenses: Phrase(en: "No expense is recorded.", ja: "経費が未記録です。")
    case .untold(let condition):
      Phrase(en: "Not stated: \(condition.words.en).", ja: "未申告: \(condition.words.ja)")
    case .timesNotPlanned(let session):
      Phrase(en: "Session \(session): times are not planned.", ja: "第\(session)回: 時間割が未記録です。")
    case .timesNotRecorded(let session):
      Phrase(
        en: "Session \(session): times held are not recorded.", ja: "第\(session)回: 実施時間が未記録です。")
    case .untimedAttendance(let session, let accounts):
      Phrase(
        en: "Session \(session): no times of \(Self.list(accounts, names, ", ")).",
        ja: "第\(session)回: \(Self.list(accounts, names, "、")) の受講時間が未記録です。")
    case .nobodyAttended(let session):
      Phrase(
        en: "Session \(session): nobody's attendance is recorded.", ja: "第\(session)回: 出席が未記録です。")
    case .notEnough(let account, let attended, let all):
      Phrase(
        en: "\(names(account)) attended \(HoursText.words(minutes: attended).en) of "
          + "\(HoursText.words(minutes: all).en) (\(Self.percent(attended, all))%): too little.",
        ja: "\(names(account)) の受講は\(HoursText.words(minutes: all).ja)のうち"
          + "\(HoursText.words(minutes: attended).ja)（\(Self.percent(attended, all))%）で、要件に達していません。"
      )
    case .outsideHours(let account, let minutes):
      Phrase(
        en:
          "\(names(account)): \(HoursText.words(minutes: minutes).en) lie outside scheduled working "
          + "hours and bring no wage subsidy.",
        ja: "\(names(account)): 所定労働時間外の\(HoursText.words(minutes: minutes).ja)は賃金助成の対象外です。")
    case .noReceipt(let place):
      Phrase(
        en: "No receipt of \"\(record.expenses[place].what)\".",
        ja: "「\(record.expenses[place].what)」の領収書が未記録です。")
    case .notPaid(let place):
      Phrase(
        en: "When \"\(record.expenses[place].what)\" was paid is not recorded.",
        ja: "「\(record.expenses[place].what)」の支払日が未記録です。")
    case .expenseCut(let place, let amount):
      Phrase(
        en: "\(NumberText.whole(amount)) yen of \"\(record.expenses[place].what)\" don't count.",
        ja: "「\(record.expenses[place].what)」のうち\(NumberText.whole(amount))円は対象外です。")
    case .planNotFiled(let by):
      Phrase(
        en: "The plan is not recorded as filed; it is due by \(by.words.en).",
        ja: "計画届の提出が未記録です（期限 \(by.words.ja)）。")
    case .planLate(let day, let by):
      Phrase(
        en: "The plan was filed on \(day.words.en), after \(by.words.en).",
        ja: "計画届の提出（\(day.words.ja)）が期限（\(by.words.ja)）後です。")
    case .planEarly(let day, let from):
      Phrase(
        en: "The plan was filed on \(day.words.en), before \(from.words.en).",
        ja: "計画届の提出（\(day.words.ja)）が受付開始（\(from.words.ja)）前です。")
    case .changeNotFiled(let change):
      Phrase(
        en: "Changed on \(change.recordedOn.words.en) without a notice before it took place: "
          + "\(change.words.en).",
        ja: "\(change.recordedOn.words.ja)の変更について、事前の変更届が記録されていません: \(change.words.ja)")
    case .heldOtherwise(let session):
      Phrase(
        en: "Session \(session) was held otherwise than planned: what differs without a notice "
          + "before it isn't paid.",
        ja: "第\(session)回の実施時間が計画と異なります。事前の変更届がない差異は支給対象外です。")
    case .claimNotFiled(let by):
      Phrase(
        en: "The claim is not recorded as filed; it must arrive by \(by.words.en).",
        ja: "支給申請が未記録です（期限 \(by.words.ja)、必着）。")
    case .claimLate(let day, let by):
      Phrase(
        en: "The claim was filed on \(day.words.en), after \(by.words.en).",
        ja: "支給申請（\(day.words.ja)）が期限（\(by.words.ja)）後です。")
    }
  }

  /// The command that fills it in; nil where none does.
  package func command(_ design: ItemID) -> String? {
    let subsidy = "pdca subsidy"
    return switch self {
    case .noProvider: "\(subsidy) provider \(design)"
    case .noCurriculum: "\(subsidy) curriculum \(design)"
    case .noWorkingHours: "\(subsidy) hours \(design)"
    case .noExpenses: "\(subsidy) expense \(design)"
    case .untold(let condition): "\(subsidy) state \(design) \(condition.rawValue)"
    case .timesNotPlanned(let session): "\(subsidy) times \(design) \(session)"
    case .timesNotRecorded(let session): "\(subsidy) times \(design) \(session) --held"
    case .untimedAttendance(let session, _), .nobodyAttended(let session):
      "\(subsidy) attend \(design) \(session)"
    case .planNotFiled: "\(subsidy) filed \(design) plan"
    case .changeNotFiled: "\(subsidy) change \(design)"
    case .claimNotFiled: "\(subsidy) claim \(design)"
    case .noRules, .notEnough, .outsideHours, .noReceipt, .notPaid, .expenseCut, .planLate,
      .planEarly, .heldOtherwise, .claimLate:
      nil
    }
  }

  private static func list(
    _ accounts: [Account], _ names: PeopleNames, _ between: String
  ) -> String {
    accounts.map(names.callAsFunction).joined(separator: between)
  }

  /// Cut to a tenth, so that 79.96 is not shown as 80.
  private static func percent(_ part: Int, _ whole: Int) -> String {
    if whole == 0 { return "0" }
    let tenths = part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension TrainingRecord.PlanChange {
  package var words: Phrase {
    let about =
      session.map { Phrase(en: "session \($0), ", ja: "第\($0)回の") } ?? Phrase(en: "", ja: "")
    return Phrase(en: about.en + matter.words.en, ja: about.ja + matter.words.ja)
  }
}

extension TrainingRecord.PlanChange.Matter {
  package var words: Phrase {
    switch self {
    case .date: Phrase(en: "day", ja: "実施日")
    case .cancelled: Phrase(en: "cancelled", ja: "中止")
    case .times: Phrase(en: "times", ja: "時間割")
    case .curriculum: Phrase(en: "curriculum", ja: "カリキュラム")
    case .provider: Phrase(en: "provider", ja: "訓練機関")
    }
  }
}

/// What stands on every paper.
package enum SubsidyNotice {
  package static let lines = [
    Phrase(
      en: "Prepared by the employer from its own records. No legal advice; filing on behalf of "
        + "others is for certified social insurance and labor consultants.",
      ja: "本資料は、事業主が自社の記録から自ら作成するためのものです。法的助言ではありません。"
        + "申請の代行は社会保険労務士の業務です。"),
    Phrase(
      en:
        "Blank: not known to the program. Before filing, use the ministry's newest forms and check "
        + "the requirements there.",
      ja: "空欄は記録がない項目です。提出の際は厚生労働省の最新の様式と支給要件を必ず確認してください。"),
  ]
}

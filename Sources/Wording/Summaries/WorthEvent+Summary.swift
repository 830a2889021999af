package import Bilingual
import CivilTime
package import Domain

extension WorthEvent {
  package var summary: Phrase {
    switch self {
    case .unitValueSet(let value, let reason):
      Phrase(
        en:
          "One unit of \(value.kpi) is worth \(value.amount.prose.en) from \(value.from.words.en)",
        ja: "\(value.kpi) の1単位を\(value.from.words.ja)から\(value.amount.prose.ja)とする"
      ).stating(value.basis).with(reason.map(Phrase.init(both:)))
    case .indicatorNamed(let kpi, let indicator):
      Phrase(
        en: "\(kpi) measures: \(indicator.words.en)", ja: "\(kpi) の指標区分: \(indicator.words.ja)")
    case .areasShared(let kpi, let shares):
      Phrase(en: "\(kpi) belongs to value areas", ja: "\(kpi) の価値領域").stating(
        shares.map { "\($0.area) \(($0.share * 100).roundedWords)%" }.joined(separator: ", "))
    case .wageRateSet(let rate, let reason):
      Phrase(
        en: "An hour of the \(rate.layer.words.en) layer costs \(rate.perHour.prose.en) from "
          + "\(rate.from.words.en)",
        ja: "\(rate.layer.words.ja)の1時間を\(rate.from.words.ja)から\(rate.perHour.prose.ja)とする"
      ).stating(rate.basis).with(reason.map(Phrase.init(both:)))
    case .sessionLengthStated(let session, let minutes):
      Phrase(en: "\(session) took", ja: "\(session) の時間").with(HoursText.words(minutes: minutes))
    case .subsidyReceived(let design, let amount, let day, let note):
      Phrase(
        en: "Subsidy of \(amount.prose.en) received for \(design) on \(day.words.en)",
        ja: "\(design) の助成金\(amount.prose.ja)を\(day.words.ja)に受給"
      ).with(note.map(Phrase.init(both:)))
    case .effectEstimated(let estimate):
      Phrase(
        en: "\(estimate.account) holds \((estimate.share * 100).roundedWords)% of the change of "
          + "\(estimate.kpi) for due to \(estimate.design), "
          + "\((estimate.confidence * 100).roundedWords)% sure",
        ja: "\(estimate.account) の見積もり: \(estimate.kpi) の変化の"
          + "\((estimate.share * 100).roundedWords)%が \(estimate.design) によるもの"
          + "（確信度\((estimate.confidence * 100).roundedWords)%）"
      ).with(estimate.note.map(Phrase.init(both:)))
    }
  }
}

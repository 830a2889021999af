package import Bilingual
package import CivilTime

extension JapaneseEra {
  /// `Heisei`.
  fileprivate var english: String {
    switch self {
    case .meiji: "Meiji"
    case .taisho: "Taisho"
    case .showa: "Showa"
    case .heisei: "Heisei"
    case .reiwa: "Reiwa"
    }
  }
}

extension DateFault {
  /// Why, as a clause; nil where it is simply none of the forms that are read.
  package var reason: Phrase? {
    switch self {
    case .unreadable: nil
    case .notInCalendar:
      Phrase(en: "it isn't in the calendar", ja: "暦に存在しません")
    case .eraEnded(let era):
      Phrase(
        en: "\(era.english) ended on \(era.last.map { "\($0)" } ?? "")",
        ja: "\(era.name)は \(era.last.map { "\($0)" } ?? "") までです")
    case .eraNotBegun(let era):
      Phrase(en: "\(era.english) began on \(era.first)", ja: "\(era.name)は \(era.first) からです")
    case .shortYear:
      Phrase(
        en: "a year of one or two digits could be several; write all four (2026-04-02)",
        ja: "年が1桁か2桁では特定できません。4桁で指定してください（2026-04-02）")
    case .strangeYear(let year):
      Phrase(
        en: "the year \(year) is not taken for one of ours; write all four digits",
        ja: "西暦\(year)年は指定できません。年は4桁で指定してください")
    case .ambiguousOrder:
      Phrase(
        en: "day and month could be either; write the year first (2026-04-02)",
        ja: "月と日の順序を特定できません。年から指定してください（2026-04-02）")
    case .noYear:
      Phrase(
        en: "the year is missing; give it with --year, or in the file",
        ja: "年がありません。--year で指定するか、ファイルに記入してください")
    case .relative:
      Phrase(
        en: "a file's days can't count from today; write the date (2026-04-02)",
        ja: "ファイルでは今日を基準にした日付は使えません。日付で指定してください（2026-04-02）")
    case .serial:
      Phrase(
        en: "it looks like a date as Excel counts them; with --excel-dates a file's are read so",
        ja: "Excel のシリアル値と思われます。ファイルでは --excel-dates を付けると日付として読み込みます")
    case .otherWeekday(let day):
      Phrase(
        en: "\(day) is another day of the week", ja: "\(day) は別の曜日です")
    case .noSuchTime:
      Phrase(en: "there is no such time of day", ja: "存在しない時刻です")
    case .timeAlone:
      Phrase(en: "a file's times need their day", ja: "ファイルの時刻には日付が必要です")
    }
  }
}

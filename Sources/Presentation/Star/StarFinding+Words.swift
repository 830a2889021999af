package import Bilingual
package import CanonicalJSON
import Domain
package import Office
package import ReadModels
package import Wording

extension StarOffice.Refresh {
  package var json: JSON {
    [
      "follows": JSON(follows), "signals": JSON(signals), "gains": JSON(gains),
      "departments": .array(departments.map { .string($0.rawValue) }),
    ]
  }
}

extension StarFinding {
  package var json: JSON {
    [
      "check": .string(kind.rawValue), "subject": .string(subject), "expected": JSON(expected),
      "found": JSON(found),
    ]
  }

  /// What doesn't hold, in a line.
  package var words: Phrase {
    let (want, have) = (expected ?? "–", found ?? "–")
    return switch kind {
    case .views:
      Phrase(
        en: "The views show \(have), not \(want) or not this program's form.",
        ja: "ビューが \(want) ではなく \(have) を表示しているか、この版の定義ではありません。")
    case .key:
      Phrase(
        en: "\(subject): a key is empty or stands more than once (\(have)).",
        ja: "\(subject): キーが空または重複しています（\(have)）。")
    case .orphan:
      Phrase(
        en: "\(subject): a key that \(want) lacks (\(have)).",
        ja: "\(subject): \(want) にないキーがあります（\(have)）。")
    case .date:
      Phrase(
        en: "\(subject): days outside bi.date, or a gap in it (\(have)).",
        ja: "\(subject): bi.date に含まれない日付、または日付の欠けがあります（\(have)）。")
    case .flat:
      Phrase(
        en: "\(subject): \(have) rows, its fact has \(want).",
        ja: "\(subject): \(have) 行ですが、ファクトは \(want) 行です。")
    case .words:
      Phrase(
        en: "\(subject): no words in the dictionary, or a type that tools can't take (\(have)).",
        ja: "\(subject): データ辞書に説明がないか、扱えない型です（\(have)）。")
    case .grant:
      Phrase(
        en: "\(subject): the database's group for business intelligence may not read it.",
        ja: "\(subject): BI用のグループロールに読み取り権限がありません。")
    case .behind:
      Phrase(
        en: "\(subject): signals were computed up to event \(have); the log is at \(want).",
        ja: "\(subject): シグナルは \(have) 番までの計算です（記録は \(want) 番まで）。")
    case .gainsBehind:
      Phrase(
        en: "\(subject): gains were computed from \(have) events, on that day; there are \(want).",
        ja: "\(subject): 効果額は \(have) 件のイベントまで、計算した日までの内容です（現在 \(want) 件）。")
    case .signal, .gain:
      Phrase(
        en: "\(subject): kept as \(have), computed as \(want).",
        ja: "\(subject): 保存は \(have)、再計算では \(want) です。")
    case .figure:
      Phrase(
        en: "\(subject): \(have) here, \(want) in the review.",
        ja: "\(subject): ここでは \(have)、レビューでは \(want) です。")
    }
  }
}

extension StarError: Worded {
  package var refused: Phrase {
    switch self {
    case .missing:
      Phrase(
        en: "this database has no schema for business intelligence yet.",
        ja: "このデータベースにはまだBI用のスキーマがありません。")
    case .inUse(let views):
      Phrase(
        en: "the schema bi has another form in this version, and views of others rest on it: "
          + "\(views.joined(separator: ", ")). It shows what it showed before.",
        ja: "この版では bi スキーマの形式が変わりますが、次のビューが参照しています: "
          + "\(views.joined(separator: "、"))。bi スキーマは以前の内容のままです。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .missing: [Step(en: "Make it", ja: "作成する", "pdca database migrate")]
    case .inUse:
      [
        Step(
          Phrase(
            en: "Keep their definitions, drop them, then make the schema follow",
            ja: "定義を控えてから削除し、スキーマを更新する"), Phrase(both: "pdca bi refresh"))
      ]
    }
  }

  package var isOfUnknown: Bool { self == .missing }
}

package import Bilingual
import ReadModels
import Terminal
package import Wording

extension ProjectionError: Worded {
  package var refused: Phrase {
    switch self {
    case .notBuilt:
      Phrase(en: "the read models are not built yet.", ja: "リードモデルがまだ作成されていません。")
    case .builtOtherwise(let other):
      Phrase(
        en: "the read models (\(other.schema)) were built by \(other.builder.en): "
          + "\(other.differences.en). Nothing was written.",
        ja: "リードモデル (\(other.schema)) は\(other.builder.ja)で作成されたものです "
          + "(\(other.differences.ja))。何も書き込まれていません。")
    case .notKeeper(let person, let keeper):
      Phrase(
        en:
          "\(safe(person)) may not do this: schema, logins, read models and backups are kept by the database's "
          + "owner, \(safe(keeper)). Nothing was changed.",
        ja: "\(safe(person)) にはこの操作の権限がありません。スキーマ・ログイン・リードモデル・バックアップは"
          + "データベースの所有者 "
          + "\(safe(keeper)) が管理します。何も変更されていません。")
    case .strangeStream, .nulInText, .strangeActor: Phrase(both: description)
    }
  }

  package var steps: [Step] {
    switch self {
    case .notBuilt: [Step(en: "Build them", ja: "作成する", "pdca database migrate")]
    case .builtOtherwise(let other): other.steps
    case .notKeeper(_, let keeper):
      [
        Step(
          Phrase(
            en: "Ask whoever runs the database, or log in as \(safe(keeper)).",
            ja: "データベースの管理者に依頼するか、\(safe(keeper)) でログインしてください。"))
      ]
    case .strangeStream, .nulInText, .strangeActor: []
    }
  }
}

extension OtherReadModels {
  fileprivate var builder: Phrase {
    switch age {
    case .older: Phrase(en: "an older pdca", ja: "古い版の pdca ")
    case .newer: Phrase(en: "a newer pdca", ja: "新しい版の pdca ")
    case .unknown: Phrase(en: "another version of pdca", ja: "別の版の pdca ")
    }
  }

  fileprivate var differences: Phrase {
    if projections.isEmpty { return Phrase(en: "its views differ", ja: "ビューが異なります") }
    return Phrase(
      en: projections.map { $0.words.en }.joined(separator: "; "),
      ja: projections.map { $0.words.ja }.joined(separator: "、"))
  }

  fileprivate var steps: [Step] {
    let rebuild = "pdca projection rebuild"
    return switch age {
    case .older: [Step(en: "Build them anew", ja: "再構築する", rebuild)]
    case .newer:
      [
        Step(Phrase(en: "Install the newer pdca.", ja: "新しい版の pdca をインストールしてください。")),
        Step(en: "or build them for this one", ja: "この版に合わせて再構築する", rebuild),
      ]
    case .unknown:
      [
        Step(en: "If this is the newer one", ja: "この pdca の方が新しい場合", rebuild),
        Step(
          Phrase(
            en: "otherwise install the newer pdca.", ja: "そうでなければ、新しい版の pdca をインストールしてください。")),
      ]
    }
  }
}

extension OtherReadModels.Projection {
  fileprivate var words: Phrase {
    let name = safe(name)
    return switch (built, own) {
    case (let built?, let own?) where built != own:
      Phrase(
        en: "\(name) has version \(built), here \(own)", ja: "\(name): 版 \(built)、この pdca では \(own)"
      )
    case (nil, let own?):
      Phrase(en: "\(name) is missing, here version \(own)", ja: "\(name): なし、この pdca では版 \(own)")
    case (let built?, nil):
      Phrase(
        en: "\(name) has version \(built), unknown here", ja: "\(name): 版 \(built)、この pdca では未対応")
    default: Phrase(en: "\(name) has other tables", ja: "\(name): 表が異なります")
    }
  }
}

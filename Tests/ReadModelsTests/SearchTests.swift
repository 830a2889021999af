import Domain
import Testing

@testable import ReadModels

@Suite("Searching lessons")
struct SearchTests {
  @Test("Case, width and voicing marks make no difference")
  func folding() {
    #expect(SearchTerms.of(["ＡＩ Excel"]) == SearchTerms.of(["ai EXCEL"]))
    #expect(SearchTerms.of(["ﾃﾞｰﾀ"]) == SearchTerms.of(["データ"]))
    #expect(SearchTerms.of(["テ\u{3099}ータ"]) == SearchTerms.of(["データ"]))
    #expect(SearchTerms.of(["ﾊﾟｿｺﾝ"]) == SearchTerms.of(["パソコン"]))
    #expect(SearchTerms.of(["ｳﾞ"]) == ["ヴ"])
  }

  @Test("Latin text is searched by words, Japanese by pairs, each apart from the other")
  func scripts() {
    #expect(SearchTerms.of(["The assistant's drafts"]) == ["assistant", "drafts", "s"])
    #expect(SearchTerms.of(["AIで議事録"]) == ["ai", "で議", "事録", "議事"])
    #expect(SearchTerms.of(["ExcelとAI"]) == ["ai", "excel"])
  }

  @Test("A problem in English finds what shares its words, and not what shares its letters")
  func englishWords() async throws {
    try await withReadModels { database in
      let titles = [
        "Meeting minutes need one owner", "Proposal templates cut drafting hours",
        "Invoices are checked twice", "Intranet stories are read on Mondays",
      ]
      for (index, title) in titles.enumerated() {
        try await database.append(
          "SALES", "lesson-\(index + 1)", LessonEvent.drafted(draft(title)))
      }
      let found = try await database.read { view in
        try LessonSearch.similar(
          to: "A proposal takes too many hours. We try a template for the first draft.", limit: 5,
          in: view)
      }
      #expect(found.map(\.lesson.title) == ["Proposal templates cut drafting hours"])
      #expect(found[0].score > 0.3)
      let none = try await database.read { view in
        try LessonSearch.similar(to: "The onset of estimates in reports", limit: 5, in: view)
      }
      #expect(none.isEmpty)
    }
  }

  @Test("Pairs don't reach over spaces and punctuation")
  func wordBorders() {
    #expect(SearchTerms.of(["議事, 書類"]) == ["書類", "議事"])
    #expect(SearchTerms.of(["提案。書"]) == ["提案", "書"])
    #expect(SearchTerms.of([" 　！"]).isEmpty)
  }

  @Test("A problem in other words finds the lesson, and retired lessons stay away")
  func similar() async throws {
    try await withReadModels { database in
      let titles = ["提案書作成の時間短縮", "問い合わせ返信の品質", "Weekly report template", "会議の議事録"]
      for (index, title) in titles.enumerated() {
        try await database.append(
          "SALES", "lesson-\(index + 1)", LessonEvent.drafted(draft(title)))
      }
      try await database.append("HQ", "lesson-1", LessonEvent.drafted(draft("提案書の作成")))
      try await database.append("HQ", "lesson-1", LessonEvent.retired(reason: "古い"))
      let found = try await database.read { view in
        try LessonSearch.similar(to: "提案書の作成時間を短縮", limit: 5, in: view)
      }
      #expect(found.first?.lesson.title == "提案書作成の時間短縮")
      #expect(found.allSatisfy { $0.score > 0 && $0.score <= 1 })
      #expect(!found.contains { $0.lesson.status == .retired })
      let english = try await database.read { view in
        try LessonSearch.similar(to: "ＲＥＰＯＲＴ templates", limit: 1, in: view)
      }
      #expect(english.map(\.lesson.title) == ["Weekly report template"])
    }
  }

  @Test("A single character finds the words that hold it; nothing finds nothing")
  func singleCharacter() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "lesson-1", LessonEvent.drafted(draft("議事録の要約")))
      let found = try await database.read { view in
        try LessonSearch.similar(to: "要", limit: 5, in: view).map(\.lesson.number)
      }
      #expect(found == [1])
      let none = try await database.read { view in
        try LessonSearch.similar(to: "。", limit: 5, in: view).count
      }
      #expect(none == 0)
    }
  }

  private func draft(_ title: String) -> LessonDraft {
    LessonDraft(
      kind: .success, title: title, conditions: "-", suggestion: "-", rationale: "-", cycles: [],
      forTraining: false)
  }
}

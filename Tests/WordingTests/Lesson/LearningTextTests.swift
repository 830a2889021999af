import Bilingual
import CivilTime
import Domain
import Testing

@testable import Wording

@Suite("The words of refused lessons, designs and reviews")
struct LearningTextTests {
  let lesson = ItemID("SALES-L3")!
  let design = ItemID("HQ-D2")!
  let week = ReviewID("SALES-2026-W10")!

  func expect(
    _ refusal: some Worded, _ english: String, _ japanese: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let texts = [Language.english, .japanese].map { refusal.text(in: $0).rendered(in: $0) }
    #expect(texts == [english, japanese], sourceLocation: sourceLocation)
  }

  @Test("A lesson validated by its author")
  func ownLesson() {
    expect(
      LessonRefusal.validatedByAuthor(lesson, author: Account("yamada")!),
      """
      Error: SALES-L3 cannot be validated by its author (yamada): it needs another person.
        Ask a colleague to run:  pdca lesson validate SALES-L3
      """,
      """
      エラー: 教訓 SALES-L3 は、起案者本人（yamada）では検証できません。別の人の検証が必要です。
        同僚に実行してもらう:  pdca lesson validate SALES-L3
      """)
  }

  @Test("A lesson from cycles that were not checked")
  func unchecked() {
    expect(
      LessonRefusal.noCheckedCycle([ItemID("SALES-12")!, ItemID("SALES-13")!]),
      """
      Error: The lesson cannot be drafted: no cycle that it names has been checked (SALES-12, SALES-13), so there is no result to learn from.
        Check the cycle first:  pdca check SALES-12
      """,
      """
      エラー: 教訓を起案できません。もとになったミニPDCA（SALES-12、SALES-13）はまだ評価されておらず、学ぶべき結果がありません。
        先にミニPDCAを評価する:  pdca check SALES-12
      """)
  }

  @Test("A lesson proposed to closed departments")
  func closedDepartments() {
    expect(
      LessonRefusal.notOpen(lesson, [DepartmentCode("EAST")!, DepartmentCode("WEST")!]),
      """
      Error: SALES-L3 cannot be proposed to EAST, WEST: not among the open departments.
        Propose it to an open department:  pdca lesson propose SALES-L3 --to <department> "<why>"
      """,
      """
      エラー: 教訓 SALES-L3 は EAST、WEST に横展開を提案できません。閉鎖済み、または未登録の部門です。
        運営中の別の部門に提案する:  pdca lesson propose SALES-L3 --to <部門> "<理由>"
      """)
  }

  @Test("A retired lesson adopted")
  func retired() {
    expect(
      AdoptionRefusal.lessonRetired(lesson),
      """
      Error: SALES-L3 cannot be adopted or declined: it has been retired.
        Look for another:  pdca lesson search "<words>"
      """,
      """
      エラー: 教訓 SALES-L3 は廃止されているため、採用も見送りも決められません。
        ほかの教訓を探す:  pdca lesson search "<キーワード>"
      """)
  }

  @Test("A lesson declined after it was adopted")
  func adopted() {
    expect(
      AdoptionRefusal.alreadyAdopted(lesson, cycle: ItemID("EAST-4")!),
      """
      Error: SALES-L3 has been adopted already with the cycle EAST-4, which stands.
        Measure its effect:  pdca lesson measure SALES-L3 <kpi> --before <number> --after <number>
      """,
      """
      エラー: 教訓 SALES-L3 はすでにミニPDCA EAST-4 で採用されており、変更できません。
        効果を測定する:  pdca lesson measure SALES-L3 <KPI> --before <数値> --after <数値>
      """)
  }

  @Test("A design approved while lessons wait")
  func waiting() {
    expect(
      DesignRefusal.lessonsWaiting(design, lessons: [lesson, ItemID("EAST-L1")!]),
      """
      Error: HQ-D2 cannot be approved while validated lessons wait for an answer: SALES-L3, EAST-L1.
        Take SALES-L3 up:  pdca design incorporate HQ-D2 SALES-L3 --item <n>
        or decline it:     pdca design decline HQ-D2 SALES-L3 --reason "<why>"
        Take EAST-L1 up:   pdca design incorporate HQ-D2 EAST-L1 --item <n>
        or decline it:     pdca design decline HQ-D2 EAST-L1 --reason "<why>"
      """,
      """
      エラー: 研修設計 HQ-D2 は承認できません。検証済みの教訓のうち、反映するか見送るかが決まっていないものがあります：SALES-L3、EAST-L1
        SALES-L3 を反映する:  pdca design incorporate HQ-D2 SALES-L3 --item <番号>
        または見送る:         pdca design decline HQ-D2 SALES-L3 --reason "<理由>"
        EAST-L1 を反映する:   pdca design incorporate HQ-D2 EAST-L1 --item <番号>
        または見送る:         pdca design decline HQ-D2 EAST-L1 --reason "<理由>"
      """)
  }

  @Test("The field trained first")
  func fieldFirst() {
    expect(
      DesignRefusal.fieldFirst(design, date: march(10), missing: [.executive, .promoter]),
      """
      Error: The field cannot be trained on 2026-03-10: HQ-D2 has no session for executives and promoters on that day or before.
        Train the leaders by then:  pdca design schedule HQ-D2 "<title>" --on 2026-03-10 --for executive --for promoter
        or all three together:      pdca design schedule HQ-D2 "<title>" --on 2026-03-10 --for executive --for promoter --for field
        or say why not:             pdca design schedule HQ-D2 "<title>" --on 2026-03-10 --for field --override "<why>"
      """,
      """
      エラー: 現場の研修を先に行うことはできません。研修設計 HQ-D2 では、2026年3月10日までに経営層と推進役のセッションが予定されていません。
        同日までに経営層と推進役の研修を行う:  pdca design schedule HQ-D2 "<題名>" --on 2026-03-10 --for executive --for promoter
        または三者合同で行う:                  pdca design schedule HQ-D2 "<題名>" --on 2026-03-10 --for executive --for promoter --for field
        または理由を添えて先に行う:            pdca design schedule HQ-D2 "<題名>" --on 2026-03-10 --for field --override "<理由>"
      """)
  }

  @Test("A change that leaves the field first")
  func change() {
    expect(
      DesignRefusal.changeLeavesFieldFirst(
        design, session: 1, field: 2, fieldDate: march(10), missing: [.promoter]),
      """
      Error: Session 1 of HQ-D2 cannot be changed so: the field's session 2 on 2026-03-10 would come before any session for promoters.
        Move the field's session first:  pdca design change HQ-D2 2 --on <date> --reason "<why>"
        or cancel it:                    pdca design change HQ-D2 2 --cancel --reason "<why>"
      """,
      """
      エラー: 研修設計 HQ-D2 のセッション1は変更できません。変更すると、2026年3月10日の現場のセッション2より前に、推進役のセッションがなくなります。
        先に現場のセッションを延期する:  pdca design change HQ-D2 2 --on <日付> --reason "<理由>"
        または中止する:                  pdca design change HQ-D2 2 --cancel --reason "<理由>"
      """)
  }

  @Test("Attendance at a session that lies ahead")
  func ahead() {
    expect(
      DesignRefusal.sessionAhead(design, session: 2, date: march(10), today: march(2)),
      """
      Error: Session 2 of HQ-D2 is on 2026-03-10 and has not been held: today is 2026-03-02.
        If it was held earlier:  pdca design change HQ-D2 2 --on <date> --reason "<why>"
      """,
      """
      エラー: 研修設計 HQ-D2 のセッション2は2026年3月10日の予定で、まだ実施されていません（今日は2026年3月2日です）。
        繰り上げて実施した場合:  pdca design change HQ-D2 2 --on <日付> --reason "<理由>"
      """)
  }

  func march(_ day: Int) -> LocalDate { LocalDate(year: 2026, month: 3, day: day)! }
}

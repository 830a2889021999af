import Bilingual
import Office
import Proof
import Terminal
import Wording

extension ReviewSeal {
  func add(to block: inout KeyValueBlock, _ desk: Desk) {
    let say = desk.answer.say
    block.add(say("Sealed", "封印"), verdict(desk))
    switch self {
    case .sealed(let kept, let keys):
      block.add(say("Root", "ルートハッシュ"), Cell(Base64.encode(kept.checkpoint.root)))
      block.add(
        say("Key", "署名鍵"), Cell(keys.map(\.description).joined(separator: say(", ", "、"))))
      block.add(say("Checkpoint", "チェックポイント"), Cell(kept.path))
    case .changed(let kept): block.add(say("Checkpoint", "チェックポイント"), Cell(kept.path))
    case .unsealed, .unusable: break
    }
  }

  private func verdict(_ desk: Desk) -> Cell {
    let say = desk.answer.say
    switch self {
    case .sealed(let kept, _):
      let size = kept.checkpoint.size
      let since = kept.keptSince.map(desk.moment) ?? "–"
      return Cell(
        say(
          "by the checkpoint of \(size) events, kept since \(since)",
          "\(size) 件時点のチェックポイントで封印済み (\(since) から保管)"))
    case .changed(let kept):
      let (size, department) = (kept.checkpoint.size, kept.checkpoint.department)
      return Cell(
        say(
          "THE LOG DIFFERS from the checkpoint of \(size) events. See:  "
            + "pdca audit verify -d \(department)",
          "記録が \(size) 件時点のチェックポイントと異なります。確認する:  pdca audit verify -d \(department)"),
        .warn)
    case .unsealed(let department):
      return Cell(
        say(
          "no; no checkpoint kept here covers the closing. Seal it:  "
            + "pdca audit seal -d \(department)",
          "未封印です (終了を含むチェックポイントがありません)。封印する:  pdca audit seal -d \(department)"),
        .warn)
    case .unusable(let error):
      let reason = Failure(error).wording.refused
      return Cell(
        say("can't be told: \(reason.en)", "確認できません: \(reason.ja)"), .warn)
    }
  }
}

import CivilTime
import ReadModels
import Terminal

extension [Following] {
  /// Who has which department; nothing where nobody follows, since commands take in what comes.
  func lines(_ answer: Answer) -> [String] {
    guard !isEmpty else { return [] }
    let say = answer.say
    var table = Table([
      .init(say("Department", "部門"), minimumWidth: 8, priority: 3),
      .init(say("State", "状態"), minimumWidth: 8, priority: 3),
      .init(say("Seen", "最終確認"), minimumWidth: 8, priority: 3),
      .init(say("Since", "担当開始"), minimumWidth: 20, priority: 2),
      .init(say("Epoch", "世代"), align: .right, priority: 2),
      .init(say("Follower", "追従プロセス"), minimumWidth: 16),
    ])
    for following in self {
      table.add([
        Cell(following.department ?? "–", .id), following.state.cell(answer),
        Cell(following.seen(answer)), Cell(following.since?.second ?? "–"),
        Cell(following.epoch.map { "\($0)" } ?? "–"), Cell(following.follower),
      ])
    }
    return [""] + table.lines(answer.layout)
  }
}

extension Following {
  fileprivate func seen(_ answer: Answer) -> String {
    guard let seconds = secondsUnseen.map({ Int($0) }) else { return "–" }
    if seconds < 60 { return answer.say("\(seconds) s ago", "\(seconds) 秒前") }
    let (hours, minutes) = (seconds / 60).quotientAndRemainder(dividingBy: 60)
    if hours == 0 { return answer.say("\(minutes) min ago", "\(minutes) 分前") }
    return answer.say("\(hours) h \(minutes) min ago", "\(hours) 時間 \(minutes) 分前")
  }
}

extension Instant {
  /// `2026-11-22T00:10:01Z`
  fileprivate var second: String { rfc3339.prefix(19) + "Z" }
}

extension Following.State {
  fileprivate func cell(_ answer: Answer) -> Cell {
    switch self {
    case .following: Cell(answer.say("following", "追従中"), .good)
    case .waiting: Cell(answer.say("waiting", "待機中"), .good)
    case .stalled: Cell(answer.say("stalled", "停滞"), .warn)
    case .gone: Cell(answer.say("gone", "切断"), .bad)
    }
  }
}

import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Terminal

extension Answer {
  /// Says that the log went back behind what had been read of it, which only a restored backup or
  /// a changed log explains.
  func noteRepair(of departments: [DepartmentCode]) {
    let list = departments.map(\.rawValue)
    console.note(
      say(
        "Note: the read models knew more than the log of \(list.joined(separator: ", ")), as after "
          + "an older backup was restored. They were made anew from the log.",
        "注意: 参照用データが \(list.joined(separator: "、")) の記録より先へ進んでいました "
          + "(古いバックアップの復元後などに起こります)。記録から作り直しました。"))
  }

  /// Says on standard error, and in JSON, how far the standby that is read is behind.
  func stating(_ standby: StandbyLag?) -> Answer {
    guard let standby else { return self }
    let words = standby.words
    console.note(
      say("Note: read on a standby, \(words.en).", "注意: 待機系の内容です（\(words.ja)）。"))
    var copy = self
    copy.standby = standby.json
    return copy
  }

  /// Says on standard error that what is read may be out of date, and answers with what says so in
  /// JSON, too.
  func warning(of stopped: [StoppedProjection]) -> Answer {
    if stopped.isEmpty { return self }
    for stopped in stopped {
      console.note(
        say(
          "Warning: what is known of \(stopped.department) (\(stopped.projection)) has stopped "
            + "before event \(stopped.event) (\(safe(stopped.type))) and may be out of date.",
          "警告: \(stopped.department) の参照用データ (\(stopped.projection)) は、イベント "
            + "\(stopped.event) (\(safe(stopped.type))) の手前で止まっており、古い可能性があります。"))
    }
    console.note(say("  See:  pdca projection status", "  確認:  pdca projection status"))
    var copy = self
    copy.stopped = stopped.map(\.json)
    return copy
  }
}

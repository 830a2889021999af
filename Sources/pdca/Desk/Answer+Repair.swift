import Domain
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
}

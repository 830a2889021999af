import Office
import Postgres
import ReadModels
import Terminal

extension ConnectionNews {
  func text(_ answer: Answer) -> String {
    switch self {
    case .interrupted(let error):
      answer.say(
        "Note: interrupted (\(Self.reason(error))). Nothing is lost; connecting again.",
        "注意: 反映が中断しました (\(Self.reason(error)))。反映済みの内容は失われていません。再接続します。")
    case .goesOn(let time):
      answer.say(
        "Going on again after \(Self.seconds(time)) s.",
        "\(Self.seconds(time)) 秒後に再開しました。")
    case .deaf(let error):
      answer.say(
        "Note: notifications stopped (\(Self.reason(error))). Polling goes on.",
        "注意: 通知の受信が途切れました (\(Self.reason(error)))。定期的な確認は継続しています。")
    case .hearsAgain:
      answer.say("Notifications are received again.", "通知の受信を再開しました。")
    }
  }

  private static func reason(_ error: PostgresError) -> String {
    let line = error.description.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return safe(line.hasSuffix(".") ? String(line.dropLast()) : line)
  }

  private static func seconds(_ time: Duration) -> String {
    let tenths = Int((time / .milliseconds(100)).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Follower.News {
  func text(_ answer: Answer) -> String {
    switch self {
    case .tookOver(let department, let former):
      answer.say(
        "Took \(department) over from \(safe(former)), which left its events waiting.",
        "\(department) を引き継ぎました (\(safe(former)) からの反映が滞っていたため)。")
    case .overtaken(let department, let follower?):
      answer.say(
        "Note: \(safe(follower)) has taken \(department) over meanwhile. Nothing was written; "
          + "leaving it.",
        "注意: \(department) は \(safe(follower)) に引き継がれていました。書き込みは行わず、担当を外れます。")
    case .overtaken(let department, nil):
      answer.say(
        "Note: \(department) was taken over meanwhile. Nothing was written; leaving it.",
        "注意: \(department) は別のプロセスに引き継がれていました。書き込みは行わず、担当を外れます。")
    }
  }
}

extension FollowerNews {
  func text(_ answer: Answer) -> String {
    switch self {
    case .connection(let news): news.text(answer)
    case .follower(let news): news.text(answer)
    }
  }
}

package import Bilingual
package import CanonicalJSON
package import Office
package import Terminal
package import Wording

extension ReplicaState {
  package var json: JSON {
    [
      "primary": JSON(upstream?.place) ?? .null,
      "subscription": subscription.map { $0.json(upstream) } ?? .null,
      "eventsBehind": JSON(eventsBehind) ?? .null, "lagSeconds": lag.map(Self.rounded) ?? .null,
      "departments": JSON(positions.count),
      "behind": .array(
        positions.filter { ($0.primary ?? $0.here) != $0.here }.map {
          [
            "department": .string($0.department), "events": JSON($0.here),
            "primaryEvents": JSON($0.primary) ?? .null,
          ]
        }),
      "slots": .array(slots.map(\.json)), "problems": .array(problems.map { .string($0.code) }),
    ]
  }

  fileprivate static func rounded(_ seconds: Double) -> JSON {
    .number((seconds * 1_000).rounded() / 1_000)
  }

  package func block(_ language: Language) -> KeyValueBlock {
    var block = KeyValueBlock()
    if let upstream {
      block.add(language.choose("Reporting server of", "主系"), Cell(safe(upstream.place)))
      block.add(language.choose("Subscription", "サブスクリプション"), subscriptionCell(language))
      block.add(language.choose("Behind", "遅れ"), behindCell(language))
      for position in positions.filter({ ($0.primary ?? $0.here) != $0.here }).prefix(20) {
        block.add(
          safe(position.department), Cell("\(position.here) / \(position.primary ?? position.here)")
        )
      }
    } else if slots.isEmpty {
      block.add(
        language.choose("Reporting servers", "レポート用サーバー"), Cell(language.choose("none", "なし"), .dim)
      )
    }
    for slot in slots { block.add(language.choose("Slot", "スロット"), slot.cell(language)) }
    return block
  }

  private func subscriptionCell(_ language: Language) -> Cell {
    guard let subscription, let name = upstream?.name else {
      return Cell(language.choose("none", "なし"), .bad)
    }
    if !subscription.isEnabled { return Cell(language.choose("\(name): off", "\(name): 無効"), .bad) }
    if !subscription.isRunning {
      return Cell(language.choose("\(name): not running", "\(name): 停止中"), .bad)
    }
    if !subscription.copying.isEmpty {
      let tables = subscription.copying.joined(separator: ", ")
      return Cell(language.choose("\(name): copying \(tables)", "\(name): 複製中 (\(tables))"), .warn)
    }
    let heard = subscription.heard.map { Int($0.rounded()) }
    return Cell(
      language.choose(
        "\(name): running" + (heard.map { ", heard \($0) s ago" } ?? ""),
        "\(name): 稼働中" + (heard.map { " (最終受信 \($0) 秒前)" } ?? "")), .good)
  }

  private func behindCell(_ language: Language) -> Cell {
    guard let eventsBehind, let lag else {
      return Cell(language.choose("unknown: the primary can't be asked", "不明 (主系に接続できません)"), .warn)
    }
    if eventsBehind == 0 { return Cell(language.choose("nothing", "なし"), .good) }
    let seconds = Int(lag.rounded(.up))
    return Cell(
      language.choose("\(eventsBehind) events, \(seconds) s", "\(eventsBehind) 件 (\(seconds) 秒)"),
      .warn)
  }
}

extension Subscription {
  fileprivate func json(_ upstream: Upstream?) -> JSON {
    [
      "name": JSON(upstream?.name) ?? .null, "enabled": JSON(isEnabled), "running": JSON(isRunning),
      "heardSeconds": heard.map(ReplicaState.rounded) ?? .null, "applyErrors": JSON(applyErrors),
      "copyErrors": JSON(copyErrors), "copying": .array(copying.map { .string($0) }),
    ]
  }
}

extension SlotState {
  fileprivate var json: JSON {
    [
      "name": .string(name), "active": JSON(isActive), "lost": JSON(isLost),
      "retainedBytes": JSON(retained), "behindBytes": JSON(behind),
      "safeBytes": JSON(safe) ?? .null,
    ]
  }

  fileprivate func cell(_ language: Language) -> Cell {
    if isLost { return Cell(language.choose("\(name): lost", "\(name): 失効"), .bad) }
    let kept = Self.size(retained)
    let state = isActive ? language.choose("read", "使用中") : language.choose("not read", "未使用")
    return Cell(
      language.choose(
        "\(name): \(state), keeps \(kept) of WAL, \(Self.size(behind)) to send",
        "\(name): \(state)、保持中の WAL \(kept)、未送信 \(Self.size(behind))"),
      isActive ? .good : .bad)
  }

  static func size(_ bytes: Int) -> String {
    bytes < 1_048_576 ? "\(bytes / 1_024) KiB" : "\(bytes / 1_048_576) MiB"
  }
}

extension ReplicaState.Problem {
  package var code: String {
    switch self {
    case .noSubscription: "noSubscription"
    case .disabled: "disabled"
    case .notRunning: "notRunning"
    case .unreached: "unreached"
    case .slotMissing: "slotMissing"
    case .slotLost: "slotLost"
    case .slotUnread: "slotUnread"
    case .ahead: "ahead"
    }
  }
}

/// What is wrong and what to do about it, at a primary or a reporting server.
package struct ReplicaTrouble: Worded {
  let problem: ReplicaState.Problem
  let upstream: Upstream?

  package init(_ problem: ReplicaState.Problem, _ upstream: Upstream?) {
    (self.problem, self.upstream) = (problem, upstream)
  }

  package var refused: Phrase {
    switch problem {
    case .noSubscription:
      Phrase(
        en: "there is no subscription: nothing comes from the primary.",
        ja: "サブスクリプションがなく、主系から何も届きません。")
    case .disabled:
      Phrase(en: "the subscription is switched off.", ja: "サブスクリプションが無効になっています。")
    case .notRunning:
      Phrase(
        en: "no worker applies changes at this moment; this server's log says why.",
        ja: "変更を適用するワーカーが動いていません。理由はこのサーバーのログにあります。")
    case .unreached(let reason):
      Phrase(
        en: "the primary can't be asked from here: \(safe(reason))",
        ja: "ここから主系に接続できません: \(safe(reason))")
    case .slotMissing(let name):
      Phrase(
        en: "the primary has no slot \(name): what was recorded since can't be sent.",
        ja: "主系にスロット \(name) がなく、その後の記録を受け取れません。")
    case .slotLost(let name):
      Phrase(
        en: "slot \(name) is lost: the primary has dropped WAL that wasn't read.",
        ja: "スロット \(name) は失効しています。未送信の WAL が主系から削除されました。")
    case .slotUnread(let name, let retained):
      Phrase(
        en:
          "nobody reads slot \(name), and the primary keeps \(SlotState.size(retained)) of WAL for it, "
          + "which fills its disk in time.",
        ja: "スロット \(name) が読まれておらず、主系は WAL を \(SlotState.size(retained)) 保持しています。"
          + "このままではディスクが不足します。")
    case .ahead(let department):
      Phrase(
        en:
          "here is more of \(safe(department)) than at the primary, which went back to an earlier state.",
        ja: "\(safe(department)) の記録が主系より先へ進んでいます。主系が以前の状態に戻されています。")
    }
  }

  package var steps: [Step] {
    let name = upstream?.name ?? "pdca_replica"
    switch problem {
    case .noSubscription, .slotMissing, .ahead:
      return ReplicaError.slotLost(name).steps
    case .slotLost(let slot):
      guard upstream == nil else { return ReplicaError.slotLost(name).steps }
      return [
        Step(
          en: "At the reporting server", ja: "レポート用サーバーで実行する",
          "pdca database replica add … --name \(slot) --copy-again")
      ]
    case .disabled:
      return [Step(en: "Switch it on", ja: "有効にする", "ALTER SUBSCRIPTION \(name) ENABLE")]
    case .slotUnread(let slot, _):
      return [
        Step(
          Phrase(
            en: "Start the reporting server again, or, where it is gone for good:  "
              + "pdca database replica remove \(slot)",
            ja: "レポート用サーバーを起動してください。廃止した場合:  pdca database replica remove \(slot)"))
      ]
    case .notRunning, .unreached: return []
    }
  }
}

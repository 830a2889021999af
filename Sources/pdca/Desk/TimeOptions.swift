import ArgumentParser
import Office

/// What every command that only reads takes besides: when to look, instead of now.
struct TimeOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: help(
      "As recorded up to then: a date (its end), an instant with offset, a position (SALES@120), or a review (SALES-2026-W47).",
      "その時点までの記録で表示します。日付(その日の終わり)、オフセット付きの時刻、位置 (SALES@120)、レビュー (SALES-2026-W47)。"))
  var asOf: String?

  @Option(
    parsing: .unconditional,
    help: help(
      "What was true then, as known now or --as-of: a date (its end), or an instant with offset.",
      "その時点で有効だった内容を、現在 (または --as-of) の記録で表示します。日付、またはオフセット付きの時刻。"))
  var effective: String?

  var request: MomentRequest { MomentRequest(asOf: asOf, effective: effective) }

  var isPresent: Bool { asOf == nil && effective == nil }
}

/// A command that takes `--as-of`; by itself, unless it is a `ReadingCommand`.
protocol RetrospectiveCommand: DeskCommand {}

/// A command that reads and writes nothing, and can therefore look into the past.
protocol ReadingCommand: RetrospectiveCommand {
  var time: TimeOptions { get }
}

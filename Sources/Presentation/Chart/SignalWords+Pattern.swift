import Bilingual
package import Statistics
import Terminal
import Wording

extension SignalWords {
  /// The pattern and its side as a clause, with the number of points that the profile asks for.
  package func pattern(_ cause: SpecialCause) -> String {
    let test = picture.chart.options.profile.rules.first { $0.rule == cause.rule }
    guard let test else { return cause.rule.rawValue }
    switch test {
    case .beyondLimit: return beyondLimit(cause)
    case .shift(let length): return shift(cause, length: length)
    case .trend(let length): return trend(cause, length: length)
    case .twoOfThree: return beyondSigma(cause, 2, of: 3, sigmas: 2)
    case .fourOfFive: return beyondSigma(cause, 4, of: 5, sigmas: 1)
    case .alternating(let length): return alternating(cause, length: length)
    case .hugging(let length): return hugging(cause, length: length)
    case .avoiding(let length): return avoiding(cause, length: length)
    case .nearLimit: return nearLimit(cause)
    case .longRun: return longRun(cause)
    case .fewCrossings: return fewCrossings(cause)
    }
  }

  private func choose(_ english: String, _ japanese: String) -> String {
    picture.language.choose(english, japanese)
  }

  private func isHigh(_ cause: SpecialCause) -> Bool { cause.side == .high }

  private func beyondLimit(_ cause: SpecialCause) -> String {
    let point = picture.chart.points[cause.members[0]]
    let value = picture.numbers.measured(point.value)
    let limit = (isHigh(cause) ? point.upper : point.lower).map(picture.numbers.computed) ?? ""
    return isHigh(cause)
      ? choose("\(value) is above the upper limit of \(limit)", "\(value)は上側管理限界\(limit)を上回っています")
      : choose("\(value) is below the lower limit of \(limit)", "\(value)は下側管理限界\(limit)を下回っています")
  }

  private func shift(_ cause: SpecialCause, length: Int) -> String {
    let count = cause.members.count
    return isHigh(cause)
      ? choose(
        "\(count) points in a row above the centre line (\(length) are a signal)",
        "\(count)点続けて中心線を上回っています（\(length)点以上でシグナル）")
      : choose(
        "\(count) points in a row below the centre line (\(length) are a signal)",
        "\(count)点続けて中心線を下回っています（\(length)点以上でシグナル）")
  }

  private func trend(_ cause: SpecialCause, length: Int) -> String {
    let count = cause.members.count
    return isHigh(cause)
      ? choose(
        "\(count) points in a row rising without a break (\(length) are a signal)",
        "\(count)点続けて上昇しています（\(length)点以上でシグナル）")
      : choose(
        "\(count) points in a row falling without a break (\(length) are a signal)",
        "\(count)点続けて下降しています（\(length)点以上でシグナル）")
  }

  private func beyondSigma(
    _ cause: SpecialCause, _ needed: Int, of window: Int, sigmas: Int
  ) -> String {
    isHigh(cause)
      ? choose(
        "\(needed) of \(window) points in a row more than \(sigmas)σ above the centre line",
        "連続\(window)点のうち\(needed)点以上が中心線から\(sigmas)σを超えて上側にあります")
      : choose(
        "\(needed) of \(window) points in a row more than \(sigmas)σ below the centre line",
        "連続\(window)点のうち\(needed)点以上が中心線から\(sigmas)σを超えて下側にあります")
  }

  private func alternating(_ cause: SpecialCause, length: Int) -> String {
    choose(
      "\(cause.members.count) points in a row going up and down in turn (\(length) are a signal)",
      "\(cause.members.count)点続けて交互に上下しています（\(length)点以上でシグナル）")
  }

  private func hugging(_ cause: SpecialCause, length: Int) -> String {
    choose(
      "\(cause.members.count) points in a row within 1σ of the centre line (\(length) are a signal)",
      "\(cause.members.count)点続けて中心線から1σ以内に集まっています（\(length)点以上でシグナル）")
  }

  private func avoiding(_ cause: SpecialCause, length: Int) -> String {
    choose(
      "\(cause.members.count) points in a row on both sides, none within 1σ of the centre line "
        + "(\(length) are a signal)",
      "\(cause.members.count)点続けて上下とも中心線から1σより離れています（\(length)点以上でシグナル）")
  }

  private func nearLimit(_ cause: SpecialCause) -> String {
    isHigh(cause)
      ? choose(
        "3 of 4 points in a row nearer the upper limit than the centre line",
        "連続4点のうち3点以上が中心線よりも上側管理限界の近くにあります")
      : choose(
        "3 of 4 points in a row nearer the lower limit than the centre line",
        "連続4点のうち3点以上が中心線よりも下側管理限界の近くにあります")
  }

  private func longRun(_ cause: SpecialCause) -> String {
    let count = cause.members.count
    let limit = picture.chart.segments[cause.segment].run?.longestRunLimit ?? count - 1
    return isHigh(cause)
      ? choose(
        "\(count) points in a row above the median; up to \(limit) would be chance",
        "\(count)点続けて中央値を上回っています（偶然で説明できるのは\(limit)点まで）")
      : choose(
        "\(count) points in a row below the median; up to \(limit) would be chance",
        "\(count)点続けて中央値を下回っています（偶然で説明できるのは\(limit)点まで）")
  }

  private func fewCrossings(_ cause: SpecialCause) -> String {
    guard let run = picture.chart.segments[cause.segment].run else { return cause.rule.rawValue }
    return choose(
      "the median is crossed \(run.crossings) times only; chance would give "
        + "\(run.crossingsLimit) or more",
      "中央値をまたいだのは\(run.crossings)回のみです（偶然なら\(run.crossingsLimit)回以上）")
  }
}

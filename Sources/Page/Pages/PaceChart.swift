import Presentation
import Reviews
import Wording

/// Bars by month; each is reached by keyboard and says its month and days.
struct PaceChart {
  private static let (width, height) = (640.0, 160.0)
  private static let most = 24
  private let months: [DecisionPace]
  private let look: Look

  init(_ months: [DecisionPace], _ look: Look) {
    self.months = Array(months.suffix(Self.most))
    self.look = look
  }

  var html: HTML {
    let longest = max(months.map(\.medianDays).max() ?? 1, 0.1)
    let step = Self.width / Double(months.count)
    let numbers = NumberText(language: look.language)
    let bars = months.enumerated().map { place, month -> HTML in
      let tall = max(1, (Self.height - 40) * month.medianDays / longest)
      let days = numbers.computed(month.medianDays)
      let name = DateText.month(month.month, look.language)
      let words = look.say(
        "\(name): median \(days) days, \(month.decided) decisions",
        "\(name): 中央値\(days)日、決定\(month.decided)件")
      let (left, top) = (Int(step * Double(place) + 2), Int(Self.height - 20 - tall))
      let middle = left + Int(step / 2) - 2
      return """
        <g class="point" tabindex="0" role="img" aria-label="\(words)">\
        <title>\(words)</title>\
        <rect class="bar" x="\(left)" y="\(top)" width="\(max(2, Int(step) - 4))" height="\(Int(tall))"/>\
        <text class="tip" x="\(middle)" y="\(max(12, top - 4))" text-anchor="middle">\(days)</text></g>

        """
    }
    let ends = [months.first, months.last].compactMap(\.self).map {
      DateText.month($0.month, look.language)
    }
    return """
      <svg class="pace" viewBox="0 0 640 160" role="group" \
      aria-label="\(look.say("Median days by month", "月別の中央値（日）"))">
      \(bars)<text x="2" y="156">\(ends.first ?? "")</text>\
      <text x="638" y="156" text-anchor="end">\(ends.count > 1 ? ends[1] : "")</text></svg>
      """
  }
}

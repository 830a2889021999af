import Wording

/// The flags above a plot, one for each point at which something happened, in lanes that keep them
/// apart.
struct SVGFlagLanes {
  /// A flag's numbers, and its lane from below; nil where there is no room for its plate.
  struct Place {
    let x: Double
    let numbers: ClosedRange<Int>
    var lane: Int?

    var text: String {
      numbers.count == 1
        ? String(numbers.lowerBound) : "\(numbers.lowerBound)–\(numbers.upperBound)"
    }

    var width: Double { SVGFlagLanes.width(text) }
  }

  static let laneHeight = 22.0
  private static let most = 3
  let places: [Place]

  init(_ flags: [ChartFlags.Flag], _ frame: SVGFrame) {
    var places: [Place] = []
    for flag in flags {
      let x = frame.x(flag.index)
      if let last = places.last, last.x == x {
        places[places.count - 1] = Place(x: x, numbers: last.numbers.lowerBound...flag.number)
      } else {
        places.append(Place(x: x, numbers: flag.number...flag.number))
      }
    }
    self.places = Self.spread(places)
  }

  private static func spread(_ places: [Place]) -> [Place] {
    var free = [Double](repeating: -.infinity, count: most)
    return places.map { place in
      var place = place
      place.lane = free.firstIndex { $0 <= place.x - place.width / 2 }
      if let lane = place.lane { free[lane] = place.x + place.width / 2 + 4 }
      return place
    }
  }

  var height: Double { Double((places.compactMap(\.lane).max() ?? -1) + 1) * Self.laneHeight }

  static func width(_ text: String) -> Double { max(16, 8 + Double(text.count) * 7) }
}

extension SVGChart {
  mutating func drawFlags(_ lanes: SVGFlagLanes, _ frame: SVGFrame) {
    let above = picture.numbers.axisUnit == nil ? 14.0 : 34
    for place in lanes.places {
      let y = frame.top - above - Double(place.lane ?? 0) * SVGFlagLanes.laneHeight
      let start = place.lane == nil ? frame.top : y
      canvas.line(
        (place.x, start), (place.x, frame.bottom),
        .init(color: SVGColor.faint, width: 0.8, dashes: "1 3"))
      if place.lane != nil { drawFlag(place.text, x: place.x, y: y) }
    }
  }

  /// A plate with numbers about its center.
  mutating func drawFlag(_ text: String, x: Double, y: Double) {
    let half = SVGFlagLanes.width(text) / 2
    var plate = SVGPath()
    plate.polygon([
      (x - half, y - 8), (x + half, y - 8), (x + half, y + 5), (x, y + 9), (x - half, y + 5),
    ])
    canvas.path(plate, fill: SVGColor.ink)
    let font = SVGCanvas.Font(size: 11, color: SVGColor.paper, isBold: true)
    canvas.text(text, x: x, y: y + 3, font, anchor: .middle)
  }
}

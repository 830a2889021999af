package import CanonicalJSON
import CivilTime
package import Statistics

extension ChartOmission {
  /// A point that the chart leaves out, and why.
  package var json: JSON {
    [
      "period": JSON(LocalDate(dayNumber: period).description), "value": JSON(value),
      "denominator": JSON(denominator) ?? .null, "reason": JSON(reason.rawValue),
    ]
  }
}

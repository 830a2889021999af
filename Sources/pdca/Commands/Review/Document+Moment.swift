import Bilingual
import Office
import Presentation

extension Document {
  /// With what time it is about and, of a review made again, what was done in it and whether it is
  /// the same.
  func dated(_ desk: Desk, _ reprint: Reprint?) -> Document {
    var document = self
    if let moment = desk.answer.moment { document.subtitle += " · \(moment.line)" }
    guard let reprint else { return document }
    document.sections += [reprint.section(desk)].compactMap(\.self)
    document.sections.append(
      DocumentSection(
        title: desk.answer.say("Reprint", "再現"),
        blocks: [.paragraph(reprint.verdict(desk.answer.language))]))
    return document
  }
}

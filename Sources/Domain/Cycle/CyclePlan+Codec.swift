import CanonicalJSON
import CivilTime

extension CyclePlan {
  var members: JSONObject {
    [
      "title": JSON(title), "problem": JSON(problem), "change": JSON(change),
      "kpi": JSON(text: kpi), "predicted": JSON(stated: predicted),
      "baseline": JSON(stated: baseline), "windowStart": JSON(text: windowStart),
      "windowEnd": JSON(text: windowEnd), "due": JSON(text: due), "owner": JSON(text: owner),
      "lessonsConsulted": JSON(lessonsConsulted),
    ]
  }

  init(_ payload: Fields) throws(PayloadError) {
    self.init(
      title: try payload.string("title"), problem: try payload.string("problem"),
      change: try payload.string("change"),
      kpi: try payload.value("kpi", via: KPIReference.init),
      predicted: try payload.double("predicted"),
      baseline: try payload.optionalDouble("baseline"),
      windowStart: try payload.value("windowStart", via: LocalDate.init(iso:)),
      windowEnd: try payload.value("windowEnd", via: LocalDate.init(iso:)),
      due: try payload.value("due", via: LocalDate.init(iso:)),
      owner: try payload.value("owner", via: Account.init),
      lessonsConsulted: try payload.values("lessonsConsulted", via: ItemID.init))
  }
}

extension PlanAmendment {
  var members: JSONObject {
    [
      "title": JSON(title), "change": JSON(change), "predicted": JSON(stated: predicted),
      "windowStart": JSON(text: windowStart), "windowEnd": JSON(text: windowEnd),
      "due": JSON(text: due), "owner": JSON(text: owner), "reason": JSON(reason),
    ]
  }

  init(_ payload: Fields) throws(PayloadError) {
    self.init(
      title: try payload.optionalString("title"), change: try payload.optionalString("change"),
      predicted: try payload.optionalDouble("predicted"),
      windowStart: try payload.optionalValue("windowStart", via: LocalDate.init(iso:)),
      windowEnd: try payload.optionalValue("windowEnd", via: LocalDate.init(iso:)),
      due: try payload.optionalValue("due", via: LocalDate.init(iso:)),
      owner: try payload.optionalValue("owner", via: Account.init),
      reason: try payload.string("reason"))
  }
}

extension ActionEntry {
  var members: JSONObject {
    [
      "text": JSON(text), "minutes": JSON(stated: minutes), "link": JSON(link), "by": JSON(by),
    ]
  }

  init(_ payload: Fields) throws(PayloadError) {
    self.init(
      text: try payload.string("text"), minutes: try payload.optionalInt("minutes"),
      link: try payload.optionalString("link"), by: try payload.optionalString("by"))
  }
}

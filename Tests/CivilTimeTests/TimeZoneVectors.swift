/// What a clock shows at an instant.
struct Reading: Sendable {
  let zone: String
  let instant: String
  let offset: Int
  let local: String

  init(_ zone: String, _ instant: String, _ offset: Int, _ local: String) {
    (self.zone, self.instant, self.offset, self.local) = (zone, instant, offset, local)
  }

  /// Printed by Python 3.11's zoneinfo: around changes, before the first and far in the future.
  static let all: [Reading] = [
    Reading("America/New_York", "2026-03-08T06:59:59Z", -18000, "2026-03-08T01:59:59"),
    Reading("America/New_York", "2026-03-08T07:00:00Z", -14400, "2026-03-08T03:00:00"),
    Reading("America/New_York", "2026-11-01T05:59:59Z", -14400, "2026-11-01T01:59:59"),
    Reading("America/New_York", "2026-11-01T06:00:00Z", -18000, "2026-11-01T01:00:00"),
    Reading("America/New_York", "1883-11-18T16:59:59Z", -17762, "1883-11-18T12:03:57"),
    Reading("America/New_York", "1883-11-18T17:00:00Z", -18000, "1883-11-18T12:00:00"),
    Reading("America/New_York", "1945-08-14T23:00:00Z", -14400, "1945-08-14T19:00:00"),
    Reading("America/New_York", "2099-07-04T12:00:00Z", -14400, "2099-07-04T08:00:00"),
    Reading("America/New_York", "2099-12-25T12:00:00Z", -18000, "2099-12-25T07:00:00"),
    Reading("America/New_York", "2037-11-01T06:00:00Z", -18000, "2037-11-01T01:00:00"),
    Reading("America/New_York", "2038-03-14T07:00:00Z", -14400, "2038-03-14T03:00:00"),
    Reading("America/New_York", "9000-07-01T00:00:00Z", -14400, "9000-06-30T20:00:00"),
    Reading("Europe/Berlin", "2026-03-29T00:59:59Z", 3600, "2026-03-29T01:59:59"),
    Reading("Europe/Berlin", "2026-03-29T01:00:00Z", 7200, "2026-03-29T03:00:00"),
    Reading("Europe/Berlin", "2026-10-25T00:59:59Z", 7200, "2026-10-25T02:59:59"),
    Reading("Europe/Berlin", "2026-10-25T01:00:00Z", 3600, "2026-10-25T02:00:00"),
    Reading("Europe/Berlin", "1980-04-06T00:59:59Z", 3600, "1980-04-06T01:59:59"),
    Reading("Europe/Berlin", "1980-04-06T01:00:00Z", 7200, "1980-04-06T03:00:00"),
    Reading("Europe/Berlin", "1945-05-24T01:00:00Z", 10800, "1945-05-24T04:00:00"),
    Reading("Europe/Berlin", "2150-06-30T00:00:00Z", 7200, "2150-06-30T02:00:00"),
    Reading("Europe/Berlin", "2150-12-31T23:59:59Z", 3600, "2151-01-01T00:59:59"),
    Reading("Australia/Lord_Howe", "2026-04-04T14:59:59Z", 39600, "2026-04-05T01:59:59"),
    Reading("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 37800, "2026-04-05T01:30:00"),
    Reading("Australia/Lord_Howe", "2026-10-03T15:29:59Z", 37800, "2026-10-04T01:59:59"),
    Reading("Australia/Lord_Howe", "2026-10-03T15:30:00Z", 39600, "2026-10-04T02:30:00"),
    Reading("Australia/Lord_Howe", "1981-02-28T14:00:00Z", 37800, "1981-03-01T00:30:00"),
    Reading("Australia/Lord_Howe", "2100-01-01T00:00:00Z", 39600, "2100-01-01T11:00:00"),
    Reading("Australia/Lord_Howe", "2100-07-01T00:00:00Z", 37800, "2100-07-01T10:30:00"),
    Reading("Asia/Tokyo", "1887-12-31T14:59:59Z", 33539, "1888-01-01T00:18:58"),
    Reading("Asia/Tokyo", "1887-12-31T15:00:00Z", 32400, "1888-01-01T00:00:00"),
    Reading("Asia/Tokyo", "1948-05-01T15:59:59Z", 36000, "1948-05-02T01:59:59"),
    Reading("Asia/Tokyo", "1948-05-01T16:00:00Z", 36000, "1948-05-02T02:00:00"),
    Reading("Asia/Tokyo", "1951-09-07T15:00:00Z", 36000, "1951-09-08T01:00:00"),
    Reading("Asia/Tokyo", "2026-11-22T00:10:01Z", 32400, "2026-11-22T09:10:01"),
    Reading("Asia/Tokyo", "2500-01-01T00:00:00Z", 32400, "2500-01-01T09:00:00"),
    Reading("Pacific/Apia", "2011-12-30T09:59:59Z", -36000, "2011-12-29T23:59:59"),
    Reading("Pacific/Apia", "2011-12-30T10:00:00Z", 50400, "2011-12-31T00:00:00"),
    Reading("Pacific/Apia", "2012-03-31T14:00:00Z", 46800, "2012-04-01T03:00:00"),
    Reading("Pacific/Apia", "2021-04-03T13:59:59Z", 50400, "2021-04-04T03:59:59"),
    Reading("Pacific/Apia", "2021-04-03T14:00:00Z", 46800, "2021-04-04T03:00:00"),
    Reading("Pacific/Apia", "2090-01-01T00:00:00Z", 46800, "2090-01-01T13:00:00"),
    Reading("Europe/Dublin", "2026-03-29T01:00:00Z", 3600, "2026-03-29T02:00:00"),
    Reading("Europe/Dublin", "2026-10-25T01:00:00Z", 0, "2026-10-25T01:00:00"),
    Reading("Europe/Dublin", "2080-07-01T00:00:00Z", 3600, "2080-07-01T01:00:00"),
    Reading("Europe/Dublin", "2080-01-01T00:00:00Z", 0, "2080-01-01T00:00:00"),
    Reading("America/Sao_Paulo", "2018-11-04T02:59:59Z", -10800, "2018-11-03T23:59:59"),
    Reading("America/Sao_Paulo", "2018-11-04T03:00:00Z", -7200, "2018-11-04T01:00:00"),
    Reading("America/Sao_Paulo", "2019-02-17T02:00:00Z", -10800, "2019-02-16T23:00:00"),
    Reading("America/Sao_Paulo", "2030-01-01T00:00:00Z", -10800, "2029-12-31T21:00:00"),
    Reading("Asia/Kolkata", "2026-01-01T00:00:00Z", 19800, "2026-01-01T05:30:00"),
    Reading("Asia/Kolkata", "1941-10-01T00:00:00Z", 23400, "1941-10-01T06:30:00"),
    Reading("America/Nuuk", "2023-03-26T01:00:00Z", -7200, "2023-03-25T23:00:00"),
    Reading("America/Nuuk", "2026-03-29T00:59:59Z", -7200, "2026-03-28T22:59:59"),
    Reading("America/Nuuk", "2026-03-29T01:00:00Z", -3600, "2026-03-29T00:00:00"),
    Reading("America/Nuuk", "2060-10-30T00:59:59Z", -3600, "2060-10-29T23:59:59"),
    Reading("Antarctica/Troll", "2026-03-29T01:00:00Z", 7200, "2026-03-29T03:00:00"),
    Reading("Antarctica/Troll", "2070-07-01T00:00:00Z", 7200, "2070-07-01T02:00:00"),
    Reading("America/St_Johns", "2010-11-07T02:30:59Z", -9000, "2010-11-07T00:00:59"),
    Reading("America/St_Johns", "2010-11-07T02:31:00Z", -12600, "2010-11-06T23:01:00"),
  ]
}

/// A local time and its instant, by Python 3.11's zoneinfo with `fold=0`.
struct LocalReading: Sendable {
  let zone: String
  let local: String
  let instant: String

  init(_ zone: String, _ local: String, _ instant: String) {
    (self.zone, self.local, self.instant) = (zone, local, instant)
  }

  static let all: [LocalReading] = [
    LocalReading("America/New_York", "2026-03-08T01:59:59", "2026-03-08T06:59:59Z"),
    LocalReading("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"),
    LocalReading("America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z"),
    LocalReading("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
    LocalReading("Europe/Berlin", "2026-07-01T12:00:00", "2026-07-01T10:00:00Z"),
    LocalReading("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z"),
    LocalReading("Asia/Tokyo", "2026-11-22T09:10:01", "2026-11-22T00:10:01Z"),
    LocalReading("America/New_York", "2300-11-01T12:00:00", "2300-11-01T16:00:00Z"),
    LocalReading("America/Sao_Paulo", "2019-02-16T23:30:00", "2019-02-17T01:30:00Z"),
    LocalReading("America/Sao_Paulo", "2019-02-17T00:00:00", "2019-02-17T03:00:00Z"),
    LocalReading("Pacific/Apia", "2011-12-29T23:59:59", "2011-12-30T09:59:59Z"),
    LocalReading("Pacific/Apia", "2011-12-31T00:00:00", "2011-12-30T10:00:00Z"),
  ]
}

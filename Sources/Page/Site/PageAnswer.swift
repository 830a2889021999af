/// What is answered to a request.
package struct PageAnswer: Sendable {
  package var status: Int
  /// Names in lower case.
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  init(
    _ status: Int = 200, type: String = "text/html; charset=utf-8", _ text: String = "",
    headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.headers = [("content-type", type)] + headers
    body = Array(text.utf8)
  }

  /// Sends the reader on, with GET.
  static func redirect(to place: String) -> PageAnswer {
    PageAnswer(303, type: "text/plain; charset=utf-8", headers: [("location", place)])
  }

  static func plain(_ status: Int, _ text: String) -> PageAnswer {
    PageAnswer(status, type: "text/plain; charset=utf-8", text + "\n")
  }

  package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  package var text: String { String(decoding: body, as: UTF8.self) }
}

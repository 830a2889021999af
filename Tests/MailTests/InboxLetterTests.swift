import Testing

@testable import Mail

@Suite struct InboxLetterTests {
  private static let vouched =
    "Authentication-Results: mx.example.com; dmarc=pass header.from=example.com"

  /// A reply of Sato's.
  private func letter(
    _ body: String = "3件作成した\n\n> SALES-12 の期日が近づいています\n",
    _ more: [String] = [], without left: Set<String> = []
  ) throws(InboxLetter.Doubt) -> InboxLetter {
    let headers =
      [
        Self.vouched, "From: =?UTF-8?B?5L2Q6Jek?= <Sato@example.com>",
        "To: pdca@example.com", "Subject: Re: SALES-12", "Message-ID: <1@example.com>",
        "In-Reply-To: <msg_0.mail@example.com>", "Content-Type: text/plain; charset=utf-8",
      ].filter { header in !left.contains { header.hasPrefix($0 + ":") } } + more
    let mail = headers.joined(separator: "\r\n") + "\r\n\r\n" + body
    return try InboxLetter(Array(mail.utf8), verifiedBy: "mx.example.com")
  }

  private func doubt(_ body: () throws(InboxLetter.Doubt) -> InboxLetter) -> InboxLetter.Doubt? {
    do {
      _ = try body()
      return nil
    } catch { return error }
  }

  @Test func `A reply is what its sender wrote above the quotes`() throws {
    let letter = try letter()
    #expect(letter.address == "sato@example.com")
    #expect(letter.text == "3件作成した")
    #expect(letter.places == ["3件作成した", "Re: SALES-12", "SALES-12 の期日が近づいています"])
  }

  @Test func `A sender is believed for whom the mail server's topmost word vouches alone`() {
    let from = "Authentication-Results"
    for results in [
      ["Authentication-Results: evil.example; dmarc=pass header.from=example.com"],
      [
        "Authentication-Results: evil.example; dmarc=pass header.from=example.com",
        Self.vouched,
      ],
      ["Authentication-Results: mx.example.com; dmarc=pass header.from=evil.example"],
      ["Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=example.com"],
      ["Authentication-Results: mx.example.com; none"],
      ["Authentication-Results: mx.example.com (dmarc=pass header.from=example.com); none"],
      [],
    ] {
      let found = doubt { () throws(InboxLetter.Doubt) in
        try letter("x\n", results, without: [from])
      }
      #expect(
        [.sender(.unverified), .sender(.refused)].contains(found),
        "\(results): \(String(describing: found))")
    }
    let failed = ["Authentication-Results: mx.example.com; dmarc=fail header.from=example.com"]
    #expect(
      doubt { () throws(InboxLetter.Doubt) in try letter("x\n", failed, without: [from]) }
        == .sender(.refused))
    let signed = [
      "Authentication-Results: mx.example.com; spf=fail; dkim=pass header.d=example.com"
    ]
    #expect(
      doubt { () throws(InboxLetter.Doubt) in try letter("x\n", signed, without: [from]) } == nil)
  }

  @Test func `Several senders are nobody`() {
    for from in [
      "From: sato@example.com, mori@example.com", "From: <sato@example.com> <mori@example.com>",
      "From: sato", "From: \"a@b\" <>",
    ] {
      #expect(
        doubt { () throws(InboxLetter.Doubt) in try letter("x\n", [from], without: ["From"]) }
          == .sender(.unclear), "\(from)")
    }
    #expect(
      doubt { () throws(InboxLetter.Doubt) in try letter("x\n", ["From: mori@example.com"]) }
        == .sender(.unclear))
  }

  @Test func `What no person wrote as a reply is set aside`() {
    let automatic = [
      "Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <all.example.com>",
      "Return-Path: <>",
    ]
    for header in automatic {
      #expect(
        doubt { () throws(InboxLetter.Doubt) in try letter("x\n", [header]) } == .automatic,
        "\(header)")
    }
    #expect(
      doubt { () throws(InboxLetter.Doubt) in try letter(without: ["In-Reply-To"]) } == .noReply)
    #expect(
      doubt { () throws(InboxLetter.Doubt) in try letter(without: ["Message-ID"]) } == .noIdentity)
    #expect(doubt { () throws(InboxLetter.Doubt) in try letter("> quoted\n") } == .empty)
    #expect(
      doubt { () throws(InboxLetter.Doubt) in try letter("> one\nyes\n> two\n") } == .mixed)
  }

  @Test(arguments: [
    "Done\n\nOn Sun, 29 Nov 2026 at 9:10, pdca <pdca@example.com> wrote:\n> SALES-12\n",
    "Done\n\nOn Sun, 29 Nov 2026 at 9:10, pdca\n <pdca@example.com> wrote:\n> SALES-12\n",
    "Done\n\n2026年11月29日(日) 9:10 pdca <pdca@example.com>:\n> SALES-12\n",
    "Done\n\n-----Original Message-----\nFrom: pdca\nSALES-12 is due\n",
    "Done\n\n差出人: pdca <pdca@example.com>\n件名: SALES-12\n\n本文\n",
    "Done\n-- \nSato, Sales\n",
  ])
  func `Quotes begin as mail programs write it`(body: String) throws {
    #expect(try letter(body).text == "Done")
  }

  @Test func `Text is read as it is encoded, of the first plain part`() throws {
    let left: Set = ["Content-Type"]
    let japanese = "3\u{1B}$B7o\u{1B}(B\n"
    #expect(
      try letter(japanese, ["Content-Type: text/plain; charset=\"ISO-2022-JP\""], without: left)
        .text
        == "3件")
    #expect(
      try letter(
        "M=C3=BCll=\r\ner\r\n",
        ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
        without: left
      ).text == "Müller")
    let parts = """
      --a\r\nContent-Type: text/html\r\n\r\n<b>No</b>\r\n--a\r\n\
      Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n5a6M5LqG\r\n--a--\r\n
      """
    #expect(
      try letter(parts, ["Content-Type: multipart/alternative; boundary=a"], without: left).text
        == "完了")
    for type in ["text/html", "text/plain; charset=utf-7", "multipart/mixed"] {
      #expect(
        doubt { () throws(InboxLetter.Doubt) in
          try letter("x\n", ["Content-Type: \(type)"], without: left)
        } == .unreadable, "\(type)")
    }
  }
}

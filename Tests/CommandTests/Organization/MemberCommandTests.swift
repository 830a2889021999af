import Testing

@Suite("pdca member")
struct MemberCommandTests {
  @Test("Members join, move, hold roles and leave")
  func membership() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("member", "add", "sato", "SALES", "field").lines == [
          "sato is a member of SALES (field).", "Next:  pdca database login sato",
        ])
      #expect(
        try pdca("member", "grant", "sato", "reviewer").output == "sato has the role reviewer.\n")
      #expect(
        try pdca.japanese("member", "list").lines == [
          "アカウント  部門   階層    役割          状態", "postgres    HQ     推進役  管理者        人",
          "sato        SALES  現場    レビュー担当  人",
        ])
      #expect(
        try pdca("member", "move", "sato", "HQ", "promoter").output
          == "sato belongs to HQ now (promoter).\n")
      #expect(
        try pdca("member", "revoke", "sato", "reviewer").output
          == "sato no longer has the role reviewer.\n")
      #expect(try pdca("member", "leave", "sato").output == "sato is no member any longer.\n")
      #expect(try !pdca("member", "list").output.contains("sato"))
      #expect(try pdca("member", "list", "--all").output.contains("left"))
    }
  }

  @Test("An executive sponsors a department; nobody else does")
  func sponsor() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("member", "add", "director", "HQ", "executive")
      _ = try pdca("member", "add", "sato", "SALES", "field")
      #expect(
        try pdca("department", "sponsor", "SALES", "director").output
          == "director is the sponsor of SALES.\n")
      let refused = try pdca("department", "sponsor", "SALES", "sato")
      #expect(refused.status == 1)
      #expect(
        refused.errors == """
          Error: sato cannot be the sponsor of SALES: a sponsor is an executive, and sato is field.
            Name an executive:  pdca department sponsor SALES <account>
            See the members:    pdca member list

          """)
    }
  }

  @Test("A machine holds no role, and a layer that isn't one is a usage error")
  func refused() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("member", "add", "bot", "SALES", "field", "--machine").lines.first
          == "bot is a member of SALES (field, a machine).")
      #expect(try pdca("member", "grant", "bot", "reviewer").status == 1)
      #expect(try pdca("member", "add", "x", "SALES", "boss").status == 64)
      #expect(try pdca("member", "add", "x", "NOPE", "field").status == 64)
    }
  }

  @Test(
    "An account that no login of ours may have is refused",
    arguments: ["a b", "sato;ls", "sa'to", "\u{202E}otas", "sa\u{1B}[2Jto", "pg_monitor", "-x"])
  func strangeAccount(_ account: String) async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("member", "add", "SALES", "field", "--", account)
      #expect(run.status == 64)
      #expect(!run.errors.contains("\u{202E}") && !run.errors.contains("\u{1B}"))
      let named = try pdca.run(["member", "add", account, "SALES", "field"])
      #expect(named.status == 64)
      #expect(try !pdca("member", "list").output.contains("field"))
    }
  }

  @Test("The next step is quoted for a shell")
  func quotedStep() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("member", "add", "佐藤", "SALES", "field").lines.last
          == "Next:  pdca database login '佐藤'")
    }
  }

  @Test("A step that names a stranger is quoted, too")
  func quotedStranger() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("member", "leave", "a b;ls").errors
          .contains("pdca member add 'a b;ls' <department> <layer>"))
    }
  }
}

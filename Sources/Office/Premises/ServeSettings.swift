package import CanonicalJSON

/// How the page is to be served. The command reads it from its arguments and hands it to the program that
/// serves, as JSON in the environment: nothing of it is a secret.
package struct ServeSettings: Sendable, Equatable {
  /// Under which `pdca` hands it over.
  package static let variable = "PDCA_SERVE"

  package enum Listen: Sendable, Equatable {
    case tcp(host: String, port: Int)
    case unix(path: String)
  }

  /// How people prove who they are.
  package enum SignIn: String, Sendable, CaseIterable {
    /// By a link that the program tells who started it; everybody is the role of the connection.
    case link
    /// By the password of their role.
    case password
    /// By a signed assertion (JWT) of a proxy.
    case assertion
    /// By a header of a proxy; over a Unix socket alone.
    case header
  }

  package var listen = Listen.tcp(host: "127.0.0.1", port: 8010)
  package var signIn = SignIn.link
  /// Names by which browsers reach it, besides those of the address itself.
  package var hosts: [String] = []
  package var opensBrowser = false
  /// `en` or `ja`, for who asks for neither.
  package var language = "en"
  /// `pdca` itself, for its watcher and for what pages tell.
  package var program = "pdca"
  /// A role and database of `--user` and `--database`; nil where none was given.
  package var database: String?
  package var user: String?
  /// Where sessions are listed and ended.
  package var directory = ""
  /// Of `header`: the header's name.
  package var header = "x-remote-user"
  /// Of `assertion`.
  package var assertion = Assertion()

  package struct Assertion: Sendable, Equatable {
    package var issuer = ""
    package var audience = ""
    /// A file, or an `https` address (`http` on the loopback alone).
    package var keys = ""
    /// The header that bears it.
    package var header = "authorization"
    /// The claim that names the account.
    package var claim = "sub"
    package var algorithms = ["RS256", "ES256", "EdDSA"]

    package init() {}
  }

  package init() {}
}

extension ServeSettings {
  package var json: JSON {
    let (kind, host, port): (String, String, Int) =
      switch listen {
      case .tcp(let host, let port): ("tcp", host, port)
      case .unix(let path): ("unix", path, 0)
      }
    return [
      "listen": .string(kind), "host": .string(host), "port": JSON(port),
      "signIn": .string(signIn.rawValue), "hosts": JSON(hosts), "opensBrowser": JSON(opensBrowser),
      "language": .string(language), "program": .string(program), "database": JSON(database),
      "user": JSON(user), "directory": .string(directory), "header": .string(header),
      "issuer": .string(assertion.issuer), "audience": .string(assertion.audience),
      "keys": .string(assertion.keys), "assertionHeader": .string(assertion.header),
      "claim": .string(assertion.claim), "algorithms": JSON(assertion.algorithms),
    ]
  }

  /// As the command hands them over.
  package var handedOver: String { json.canonical }

  package init(_ json: JSON) throws(PayloadError) {
    let fields = try Fields(of: json)
    self.init()
    let host = try fields.string("host")
    listen =
      try fields.string("listen") == "unix"
      ? .unix(path: host) : .tcp(host: host, port: try fields.int("port"))
    signIn = try fields.value("signIn", via: SignIn.init(rawValue:))
    hosts = try fields.strings("hosts")
    opensBrowser = try fields.bool("opensBrowser")
    language = try fields.string("language")
    program = try fields.string("program")
    database = try fields.optionalString("database")
    user = try fields.optionalString("user")
    directory = try fields.string("directory")
    header = try fields.string("header")
    assertion.issuer = try fields.string("issuer")
    assertion.audience = try fields.string("audience")
    assertion.keys = try fields.string("keys")
    assertion.header = try fields.string("assertionHeader")
    assertion.claim = try fields.string("claim")
    assertion.algorithms = try fields.strings("algorithms")
  }
}

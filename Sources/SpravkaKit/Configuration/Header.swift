/// What stands above every page in one language: `header: {ru: {…}}`.
struct Header: Sendable, Equatable {
  var links: [Link] = []
  var button: Link?
  var signIn: SignIn?
}

/// The way into the product, and the panel for visitors who are not signed in.
struct SignIn: Sendable, Equatable {
  let link: Link
  let panel: Panel?

  struct Panel: Sendable, Equatable {
    let title: String
    let text: String?
    /// The words before the link that registers, such as «У вас ещё нет аккаунта?».
    let question: String?
    let register: Link?
  }
}

extension Header {
  init(from fields: inout Fields) {
    links = fields.maps("links") { Link(from: &$0) } ?? []
    button = fields.map("button") { Link(from: &$0, isButton: true) }
    signIn = fields.map("signIn") { SignIn(from: &$0) }
  }
}

extension SignIn {
  init?(from fields: inout Fields) {
    let panel = fields.map("panel") { Panel(from: &$0) }
    guard let link = Link(from: &fields) else { return nil }
    self.init(link: link, panel: panel)
  }
}

extension SignIn.Panel {
  init?(from fields: inout Fields) {
    let title = fields.require(fields.line("title"), "title")
    let text = fields.line("text")
    let question = fields.line("question")
    let register = fields.map("register") { Link(from: &$0) }
    guard let title else { return nil }
    self.init(
      title: title.value, text: text?.value, question: question?.value, register: register)
  }
}

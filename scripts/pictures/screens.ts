/** A page that is looked at: a name for its picture, and its address. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  /** What is pressed first, so that something opens over the page. */
  readonly press?: string;
}

/** What the addresses of a desk's own things are made with. */
export interface Things {
  readonly desk: string;
  readonly ticket: string;
  readonly message: string | null;
  readonly received: string | null;
  readonly organisation: string | null;
  readonly article: string | null;
}

/** Every page of the workspace, by the path that its router knows; what is not there is left out. */
export function workspaceScreens(things: Things): readonly Screen[] {
  const { desk, ticket, message, received, organisation, article } = things;
  const at = (name: string, path: string): Screen => ({ name, path: `/app/d/${desk}${path}` });
  return [
    at("queue", "?view=open"),
    at("ticket", `/t/${ticket}`),
    at("outgoing", "/correo"),
    ...(message === null ? [] : [at("outgoing-message", `/correo/${message}`)]),
    at("received", "/recibido"),
    ...(received === null ? [] : [at("received-mail", `/recibido/${received}`)]),
    at("calendar", "/calendario"),
    at("versions", "/versiones"),
    at("manual", "/manual"),
    at("backtest", "/ensayo"),
    at("chat", "/chat"),
    at("mailboxes", "/buzones"),
    at("register", "/registro"),
    at("register-file", "/registro/archivo"),
    ...(organisation === null ? [] : [at("organisation", `/registro/${organisation}`)]),
    at("processes", "/procesos"),
    at("call", "/llamada"),
    at("calls", "/llamadas"),
    at("calls-due", "/llamadas/pendientes"),
    at("new-ticket", "/nuevo"),
    at("people", "/personas"),
    at("integrations", "/integraciones"),
    at("feeds", "/en-su-calendario"),
    at("audit", "/bitacora"),
    at("preferences", "/preferencias"),
    at("board", "/tablero"),
    at("board-list", "/tablero/lista?figure=compliance"),
    at("board-definitions", "/tablero/definiciones"),
    at("articles-kept", "/articulos"),
    at("article-new", "/articulos/nuevo"),
    at("article-figures", "/articulos/ahorro"),
    ...(article === null ? [] : [at("article", `/articulos/${article}`)]),
    at("answers", "/respuestas"),
    at("answer-new", "/respuestas/nueva"),
    at("codes", "/codigos"),
    at("tracker", "/seguimiento"),
  ];
}

/** What opens over a page: a promise explained, who one is, what the keys do. */
export function openedScreens({ desk, ticket }: Things): readonly Screen[] {
  const path = `/app/d/${desk}/t/${ticket}`;
  return [
    { name: "ticket-explained", path, press: ".promise:is(.is-running, .is-missed)" },
    { name: "person", path: `/app/d/${desk}?view=open`, press: ".person-button" },
  ];
}

/** The pages by which the desk's people come in, and keep their account. */
export function entryScreens(): readonly Screen[] {
  return [
    { name: "sign-in", path: "/app/entrar" },
    { name: "security", path: "/app/seguridad" },
  ];
}

/** The pages of a desk's clients. */
export function clientScreens({ desk }: Pick<Things, "desk">): readonly Screen[] {
  const at = (name: string, path: string): Screen => ({ name, path: `/d/${desk}${path}` });
  return [
    { name: "desks", path: "/" },
    at("home", "/"),
    at("form", "/ayuda"),
    at("public-manual", "/manual"),
    at("articles", "/articulos"),
    at("follow", "/seguir"),
    at("portal-sign-in", "/entrar"),
  ];
}

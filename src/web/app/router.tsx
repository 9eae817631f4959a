import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { readArticlesSearch } from "../articles/search.ts";
import { readSearch } from "../queue/view.ts";
import { readReceivedSearch } from "../received/search.ts";
import { readBoardSearch, readMarkSearch } from "../board/search.ts";
import { readTrackerSearch } from "../tracker/search.ts";
import { AtDesk } from "./at-desk.tsx";
import { Fault } from "./fault.tsx";
import { fetched } from "../api/fetched.ts";
import { FirstDesk } from "./first-desk.tsx";
import { NoSuchPage } from "./no-such-page.tsx";
import { Work } from "./work.tsx";

// The router's own way to fetch a page loads everything anew where that fails: without a network, what is open would be lost.
const page: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(() => fetched(load), name);

const root = createRootRoute({ component: Outlet });
const first = createRoute({ getParentRoute: () => root, path: "/", component: FirstDesk });
const desk = createRoute({ getParentRoute: () => root, path: "/d/$desk", component: AtDesk });
const work = createRoute({
  getParentRoute: () => desk,
  id: "work",
  validateSearch: readSearch,
  component: Work,
});
const list = createRoute({ getParentRoute: () => work, path: "/" });
// What a ticket needs is fetched while its list is being read: see `Work`.
const ticket = createRoute({
  getParentRoute: () => work,
  path: "/t/$folio",
  component: page(() => import("../ticket/ticket.tsx"), "TicketPane"),
});
const outgoing = createRoute({
  getParentRoute: () => desk,
  path: "/correo",
  component: page(() => import("../outgoing/outgoing.tsx"), "Outgoing"),
});
const message = createRoute({
  getParentRoute: () => outgoing,
  path: "/$id",
  component: page(() => import("../outgoing/message.tsx"), "OutgoingMessage"),
});
const received = createRoute({
  getParentRoute: () => desk,
  path: "/recibido",
  validateSearch: readReceivedSearch,
  component: page(() => import("../received/received.tsx"), "Received"),
});
const receivedMail = createRoute({
  getParentRoute: () => received,
  path: "/$id",
  component: page(() => import("../received/mail.tsx"), "ReceivedMail"),
});
const calendar = createRoute({
  getParentRoute: () => desk,
  path: "/calendario",
  component: page(() => import("../calendar/calendar-page.tsx"), "CalendarPage"),
});
const versions = createRoute({
  getParentRoute: () => desk,
  path: "/versiones",
  component: page(() => import("../versions/versions.tsx"), "Versions"),
});
// The editor brings the reader of packs with it: only those who edit fetch it.
const manual = createRoute({
  getParentRoute: () => desk,
  path: "/manual",
  component: page(() => import("../manual/manual-page.tsx"), "ManualPage"),
});
const trial = createRoute({
  getParentRoute: () => desk,
  path: "/ensayo",
  component: page(() => import("../backtest/backtest-page.tsx"), "BacktestPage"),
});
const chat = createRoute({
  getParentRoute: () => desk,
  path: "/chat",
  component: page(() => import("../chat/chat-page.tsx"), "ChatPage"),
});
const mailboxes = createRoute({
  getParentRoute: () => desk,
  path: "/buzones",
  component: page(() => import("../mailboxes/mailboxes-page.tsx"), "MailboxesPage"),
});
// Whoever keeps or looks up the register fetches its pages.
const register = createRoute({
  getParentRoute: () => desk,
  path: "/registro",
  validateSearch: (search: Readonly<Record<string, unknown>>): { q?: string } =>
    typeof search["q"] === "string" && search["q"] !== "" ? { q: search["q"] } : {},
  component: page(() => import("../register/register-page.tsx"), "RegisterPage"),
});
const registerFile = createRoute({
  getParentRoute: () => desk,
  path: "/registro/archivo",
  component: page(() => import("../register/file-page.tsx"), "FilePage"),
});
const organisation = createRoute({
  getParentRoute: () => desk,
  path: "/registro/$id",
  component: page(() => import("../register/organisation-page.tsx"), "OrganisationPage"),
});
const processes = createRoute({
  getParentRoute: () => desk,
  path: "/procesos",
  component: page(() => import("../processes/processes.tsx"), "Processes"),
});
// Whoever takes calls fetches their pages.
const call = createRoute({
  getParentRoute: () => desk,
  path: "/llamada",
  validateSearch: (search: Readonly<Record<string, unknown>>): { q?: string; call?: string } => ({
    ...(typeof search["q"] === "string" && search["q"] !== "" ? { q: search["q"] } : {}),
    ...(typeof search["call"] === "string" && search["call"] !== ""
      ? { call: search["call"] }
      : {}),
  }),
  component: page(() => import("../telephone/call-page.tsx"), "CallPage"),
});
const calls = createRoute({
  getParentRoute: () => desk,
  path: "/llamadas",
  component: page(() => import("../telephone/calls-page.tsx"), "CallsPage"),
});
const callsDue = createRoute({
  getParentRoute: () => desk,
  path: "/llamadas/pendientes",
  component: page(() => import("../telephone/due-page.tsx"), "DuePage"),
});
const takeDown = createRoute({
  getParentRoute: () => desk,
  path: "/nuevo",
  component: page(() => import("../take-down/take-down.tsx"), "TakeDown"),
});
const people = createRoute({
  getParentRoute: () => desk,
  path: "/personas",
  component: page(() => import("../people/people.tsx"), "People"),
});
// Few people make tokens, and seldom: only they fetch the page.
const integrations = createRoute({
  getParentRoute: () => desk,
  path: "/integraciones",
  component: page(() => import("../integrations/integrations.tsx"), "Integrations"),
});

const feeds = createRoute({
  getParentRoute: () => desk,
  path: "/en-su-calendario",
  component: page(() => import("../feeds/feeds-page.tsx"), "FeedsPage"),
});

const audit = createRoute({
  getParentRoute: () => desk,
  path: "/bitacora",
  component: page(() => import("../audit/audit-page.tsx"), "AuditPage"),
});

const preferences = createRoute({
  getParentRoute: () => desk,
  path: "/preferencias",
  component: page(() => import("../preferences/preferences-page.tsx"), "PreferencesPage"),
});

// Supervisors read the board: only they fetch it.
const board = createRoute({
  getParentRoute: () => desk,
  path: "/tablero",
  validateSearch: readBoardSearch,
  component: page(() => import("../board/board-page.tsx"), "BoardPage"),
});
const boardList = createRoute({
  getParentRoute: () => desk,
  path: "/tablero/lista",
  validateSearch: readMarkSearch,
  component: page(() => import("../board/marked-page.tsx"), "MarkedPage"),
});
const boardDefinitions = createRoute({
  getParentRoute: () => desk,
  path: "/tablero/definiciones",
  component: page(() => import("../board/definitions-page.tsx"), "DefinitionsPage"),
});

// What the desk knows: whoever writes or reads it fetches its pages.
const articles = createRoute({
  getParentRoute: () => desk,
  path: "/articulos",
  validateSearch: readArticlesSearch,
  component: page(() => import("../articles/articles-page.tsx"), "ArticlesPage"),
});
const newArticle = createRoute({
  getParentRoute: () => desk,
  path: "/articulos/nuevo",
  component: page(() => import("../articles/article-page.tsx"), "NewArticlePage"),
});
const articleReport = createRoute({
  getParentRoute: () => desk,
  path: "/articulos/ahorro",
  component: page(() => import("../articles/report-page.tsx"), "ReportPage"),
});
const article = createRoute({
  getParentRoute: () => desk,
  path: "/articulos/$id",
  component: page(() => import("../articles/article-page.tsx"), "ArticlePage"),
});

const canned = createRoute({
  getParentRoute: () => desk,
  path: "/respuestas",
  component: page(() => import("../canned/canned-page.tsx"), "CannedPage"),
});
const cannedReply = createRoute({
  getParentRoute: () => desk,
  path: "/respuestas/$id",
  component: page(() => import("../canned/canned-editor.tsx"), "CannedEditor"),
});
const errorCodes = createRoute({
  getParentRoute: () => desk,
  path: "/codigos",
  component: page(() => import("../error-codes/error-codes-page.tsx"), "ErrorCodesPage"),
});
const tracker = createRoute({
  getParentRoute: () => desk,
  path: "/seguimiento",
  validateSearch: readTrackerSearch,
  component: page(() => import("../tracker/tracker.tsx"), "Tracker"),
});

/** Every address of the workspace; a search says plain words, never JSON. */
export const router = createRouter({
  routeTree: root.addChildren([
    first,
    desk.addChildren([
      work.addChildren([list, ticket]),
      outgoing.addChildren([message]),
      received.addChildren([receivedMail]),
      calendar,
      versions,
      manual,
      trial,
      tracker,
      errorCodes,
      canned,
      cannedReply,
      articles,
      newArticle,
      articleReport,
      article,
      board,
      boardList,
      boardDefinitions,
      mailboxes,
      processes,
      register,
      registerFile,
      organisation,
      chat,
      takeDown,
      call,
      calls,
      callsDue,
      people,
      integrations,
      feeds,
      audit,
      preferences,
    ]),
  ]),
  basepath: "/app",
  parseSearch: (query) => Object.fromEntries(new URLSearchParams(query)),
  stringifySearch: (search) => {
    const said = Object.entries(search).flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    );
    return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
  },
  defaultNotFoundComponent: NoSuchPage,
  defaultErrorComponent: Fault,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

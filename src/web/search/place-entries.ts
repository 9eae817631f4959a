import type { DeskDetail } from "../../contract/desk.ts";
import { may } from "../../core/access/may.ts";
import type { Action } from "../../core/access/may.ts";
import type { Role } from "../../core/access/roles.ts";
import type { Language } from "../../core/policy/text.ts";
import { articlesPlace } from "../../words/workspace/articles-place.ts";
import { attentionWorkWords } from "../../words/workspace/attention.ts";
import { auditPlace } from "../../words/workspace/audit-place.ts";
import { boardPlaceWords } from "../../words/workspace/board-place.ts";
import { feedPageWords } from "../../words/workspace/feeds.ts";
import { receivedWorkWords } from "../../words/workspace/received.ts";
import { alsoCalled, searchWords } from "../../words/workspace/search.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { trackerWords } from "../../words/workspace/tracker.ts";
import { workspaceWords } from "../../words/workspace/words.ts";
import type { IconName } from "../ui/icons.tsx";
import type { Entry } from "./entry.ts";

/** At which desk, as whom, in which language. */
export interface At {
  readonly desk: DeskDetail;
  readonly roles: readonly Role[];
  readonly language: Language;
}

interface Place {
  readonly id: keyof typeof alsoCalled;
  readonly path: string;
  readonly icon: IconName;
  readonly label: string;
  readonly action?: Action;
  /** What the desk must have; left out: nothing. */
  readonly has?: boolean;
}

/** The pages of a desk that this member may see. People of another company have none (FI-1). */
export function placeEntries({ desk, roles, language }: At): readonly Entry[] {
  if (desk.sees === "assigned") return [];
  const say = searchWords[language];
  return placesOf({ desk, language })
    .filter(({ action, has = true }) => has && (action === undefined || may(roles, action)))
    .map(({ id, path, icon, label }) => ({
      id: `place.${id}`,
      label: say.goTo(label),
      also: alsoCalled[id],
      icon,
      href: `/d/${encodeURIComponent(desk.id)}/${path}`,
    }));
}

function placesOf(at: Omit<At, "roles">): readonly Place[] {
  return [...workPlaces(at), ...manualPlaces(at), ...deskPlaces(at)];
}

function workPlaces({ desk, language }: Omit<At, "roles">): readonly Place[] {
  const telephone = telephoneWords[language];
  const phone = { action: "call.read", has: channel(desk, "phone") } as const;
  const { shell } = workspaceWords[language];
  const { title: board } = boardPlaceWords[language];
  const { title: tracker } = trackerWords[language];
  return [
    { id: "board", path: "tablero", icon: "chart", label: board, action: "board.read" },
    { id: "call", path: "llamada", icon: "phone", label: telephone.title, ...phone },
    {
      ...{ id: "callsDue", path: "llamadas/pendientes", icon: "callback", ...phone },
      label: telephone.dueTitle,
    },
    { id: "chat", path: "chat", icon: "talk", label: "Chat", has: channel(desk, "chat") },
    {
      ...{ id: "register", path: "registro", icon: "building", action: "register.read" },
      label: shell.register,
    },
    { id: "tracker", path: "seguimiento", icon: "table", label: tracker, has: desk.tracker },
  ];
}

function manualPlaces({ desk, language }: Omit<At, "roles">): readonly Place[] {
  const { shell } = workspaceWords[language];
  return [
    { id: "versions", path: "versiones", icon: "book", label: shell.versions },
    {
      ...{ id: "articles", path: "articulos", icon: "article", action: "article.read" },
      label: articlesPlace[language],
    },
    { id: "calendar", path: "calendario", icon: "hours", label: shell.calendar },
    {
      ...{ id: "processes", path: "procesos", icon: "announce" },
      label: attentionWorkWords[language].processes,
      has: desk.announcements.length > 0,
    },
  ];
}

function deskPlaces({ language }: Omit<At, "roles">): readonly Place[] {
  const { shell } = workspaceWords[language];
  return [
    {
      ...{ id: "received", path: "recibido", icon: "mail", action: "received.read" },
      label: receivedWorkWords[language].title,
    },
    { id: "outgoing", path: "correo", icon: "outgoing", label: shell.outgoing },
    {
      ...{ id: "mailboxes", path: "buzones", icon: "mailbox", action: "mailbox.read" },
      label: shell.mailboxes,
    },
    { id: "people", path: "personas", icon: "people", label: shell.people },
    {
      ...{ id: "feeds", path: "en-su-calendario", icon: "agenda", action: "feed.own" },
      label: feedPageWords[language].place,
    },
    {
      ...{ id: "integrations", path: "integraciones", icon: "plug", action: "webhook.read" },
      label: shell.integrations,
    },
    {
      ...{ id: "audit", path: "bitacora", icon: "log", action: "audit.read" },
      label: auditPlace[language],
    },
  ];
}

function channel(desk: DeskDetail, id: string): boolean {
  return desk.channels.some((one) => one.id === id);
}

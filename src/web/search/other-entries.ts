import type { Me } from "../../contract/desk.ts";
import type { Preferences } from "../../contract/preferences.ts";
import type { SavedView } from "../../contract/views.ts";
import { may } from "../../core/access/may.ts";
import type { Language } from "../../core/policy/text.ts";
import { alsoCalled, searchWords } from "../../words/workspace/search.ts";
import { workspaceWords } from "../../words/workspace/words.ts";
import { prefer } from "../app/preferences.ts";
import { listQuery, viewNames } from "../queue/view.ts";
import type { Entry } from "./entry.ts";
import type { At } from "./place-entries.ts";

/** The lists of every desk, and those that were kept under names. */
export function listEntries({ desk, language }: At, kept: readonly SavedView[]): readonly Entry[] {
  const say = searchWords[language];
  const at = `/d/${encodeURIComponent(desk.id)}`;
  const { views } = workspaceWords[language];
  return [
    ...viewNames.map((name): Entry => ({
      ...{ id: `list.${name}`, label: say.view(views[name]), icon: "tray" },
      also: `${workspaceWords.es.views[name]} ${workspaceWords.en.views[name]} lista list`,
      href: `${at}?view=${name}`,
    })),
    ...kept.map(({ id, name, filter }): Entry => ({
      ...{ id: `view.${id}`, label: say.view(name), also: "lista vista view list", icon: "view" },
      href: `${at}?${listQuery(filter, null)}`,
    })),
  ];
}

/** The other desks at which one works. */
export function deskEntries(
  { desk, language }: At,
  { me, text }: { readonly me: Me; readonly text: (text: Me["desks"][number]["name"]) => string },
): readonly Entry[] {
  const say = searchWords[language];
  return me.desks
    .filter(({ id }) => id !== desk.id)
    .map(({ id, name }) => ({
      ...{ id: `desk.${id}`, label: say.desk(text(name)), also: alsoCalled.desk, icon: "rail" },
      href: `/d/${encodeURIComponent(id)}?view=open`,
    }));
}

/** What the box changes by itself. */
export interface Changes {
  readonly preferences: Preferences;
  readonly choose: (language: Language) => void;
  readonly help: () => void;
}

/** What is taken down, seen, and left: one's own ways from anywhere. */
export function ownEntries({ desk, roles, language }: At, { help }: Changes): readonly Entry[] {
  const say = searchWords[language];
  const at = `/d/${encodeURIComponent(desk.id)}`;
  const mayFile = desk.sees !== "assigned" && may(roles, "ticket.write");
  const file: Entry = {
    ...{ id: "new", label: say.newTicket, also: alsoCalled.newTicket, icon: "add" },
    href: `${at}/nuevo`,
  };
  return [
    ...(mayFile ? [file] : []),
    {
      ...{ id: "help", label: say.help, also: alsoCalled.shortcuts, icon: "keyboard" },
      stroke: "?",
      run: help,
    },
    {
      ...{ id: "preferences", label: say.preferences, icon: "settings" },
      also: alsoCalled.preferences,
      href: `${at}/preferencias`,
    },
    {
      ...{ id: "security", label: say.security, also: alsoCalled.security, icon: "shield" },
      run: () => window.location.assign("/app/seguridad"),
    },
  ];
}

/** Preferences that are changed at once. */
export function preferenceEntries(
  { language }: At,
  { preferences, choose }: Changes,
): readonly Entry[] {
  const say = searchWords[language];
  const others = <Id extends string>(ids: readonly Id[], now: Id): readonly Id[] =>
    ids.filter((id) => id !== now);
  return [
    ...others(["light", "dark", "system"], preferences.theme).map((id): Entry => ({
      ...{ id: `theme.${id}`, label: say.themes[id], icon: "settings" },
      also: `${alsoCalled.theme} ${alsoCalled[id]}`,
      run: () => void prefer({ theme: id }),
    })),
    ...others(["comfortable", "compact"], preferences.density).map((id): Entry => ({
      ...{ id: `density.${id}`, label: say.densities[id], icon: "settings" },
      also: alsoCalled.density,
      run: () => void prefer({ density: id }),
    })),
    ...others(["es", "en"], language).map((id): Entry => ({
      ...{ id: `language.${id}`, label: say.languages[id], icon: "settings" },
      also: alsoCalled.language,
      run: () => choose(id),
    })),
    {
      ...{ id: "shortcuts", also: alsoCalled.shortcuts, icon: "keyboard" },
      label: preferences.shortcuts ? say.shortcutsOff : say.shortcutsOn,
      run: () => void prefer({ shortcuts: !preferences.shortcuts }),
    },
  ];
}

import { Link } from "@tanstack/react-router";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { preferences as schema } from "../../contract/preferences.ts";
import { frameWords } from "../../words/workspace/frame.ts";
import { preferenceWords } from "../../words/workspace/preferences.ts";
import { staffWorkWords } from "../../words/workspace/staff.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { prefer, usePreferences } from "../app/preferences.ts";
import { Icon } from "../ui/icons.tsx";
import { Segmented } from "../ui/segmented.tsx";

/** Who one is here, how one likes it, and the way out. */
export function PersonMenu() {
  const { language, choose } = useWords();
  const { me, desk } = useDesk();
  const { theme } = usePreferences();
  const say = preferenceWords[language];
  const account = frameWords[language].account;
  return (
    <DialogTrigger>
      <Button
        className="person-button"
        aria-label={`${account}: ${me.name} (${initialsOf(me.name)})`}
      >
        <span className="initials" aria-hidden="true" data-initials={initialsOf(me.name)} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="person" aria-label={account}>
          {({ close }) => (
            <>
              <p className="person-name">
                <b>{me.name}</b>
                <span className="soft small">{me.email}</span>
              </p>
              <Segmented
                label={say.theme}
                value={theme}
                options={schema.shape.theme.options.map((id) => ({ id, label: say.themes[id] }))}
                onChange={(id) => void prefer({ theme: id })}
              />
              <Segmented
                label={say.language}
                value={language}
                options={[
                  { id: "es", label: "Español" },
                  { id: "en", label: "English" },
                ]}
                onChange={choose}
              />
              <div className="person-ways">
                <Link
                  to="/d/$desk/preferencias"
                  params={{ desk: desk.id }}
                  className="view"
                  onClick={close}
                >
                  <Icon name="settings" /> <span className="view-name">{say.title}</span>
                </Link>
                <AccountWays />
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** How one signs in, and the way out: pages of the server's own. */
function AccountWays() {
  const { words, language } = useWords();
  return (
    <>
      <a href="/app/seguridad" className="view">
        <Icon name="shield" />{" "}
        <span className="view-name">{staffWorkWords[language].security}</span>
      </a>
      <form method="post" action="/app/salir">
        <button type="submit" className="view">
          <Icon name="out" /> <span className="view-name">{words.shell.signOut}</span>
        </button>
      </form>
    </>
  );
}

/** The first letters of a name's first and last words. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/u);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return letters.map((part) => [...(part ?? "")][0]?.toUpperCase() ?? "").join("");
}

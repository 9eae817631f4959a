import { Link, useNavigate } from "@tanstack/react-router";
import { Button, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { feedPageWords } from "../../words/workspace/feeds.ts";
import { trackerWords } from "../../words/workspace/tracker.ts";
import { attentionWorkWords } from "../../words/workspace/attention.ts";
import { may } from "../../core/access/may.ts";
import { staffWorkWords } from "../../words/workspace/staff.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { AuditPlace } from "../audit/place.tsx";
import { ReceivedPlace } from "../received/place.tsx";
import { TelephonePlace } from "../telephone/place.tsx";
import { Picked } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";

/** What is not a list: other desks, outgoing mail, people, language, the way out. */
export function Places({ onHelp }: { readonly onHelp: () => void }) {
  const { words, text, language, choose } = useWords();
  const { shell } = words;
  const { me, desk } = useDesk();
  const navigate = useNavigate();
  return (
    <nav className="places" aria-label={shell.places}>
      {me.desks.length > 1 ? (
        <Picked
          name="desk"
          label={shell.desk}
          value={desk.id}
          onChange={(to) =>
            void navigate({ to: "/d/$desk", params: { desk: to }, search: { view: "open" } })
          }
          options={me.desks.map(({ id, name }) => ({ id, label: text(name) }))}
        />
      ) : null}
      <DeskPlaces />
      <AuditPlace />
      <Button className="view" onPress={onHelp}>
        <Icon name="keys" /> {shell.shortcuts}
      </Button>
      <ToggleButtonGroup
        className="languages"
        aria-label={shell.language}
        selectedKeys={[language]}
        disallowEmptySelection
        onSelectionChange={(keys) => choose(keys.has("en") ? "en" : "es")}
      >
        <ToggleButton id="es" lang="es">
          Español
        </ToggleButton>
        <ToggleButton id="en" lang="en">
          English
        </ToggleButton>
      </ToggleButtonGroup>
      <form method="post" action="/app/salir" className="leave">
        <p className="soft">{me.name}</p>
        <a href="/app/seguridad" className="view">
          <Icon name="keys" /> {staffWorkWords[language].security}
        </a>
        <button type="submit" className="view">
          <Icon name="out" /> {shell.signOut}
        </button>
      </form>
    </nav>
  );
}

/** The pages of a desk that its manual gives it, and that this member may see. */
function DeskPlaces() {
  const { words, language, text } = useWords();
  const { shell } = words;
  const { desk, roles } = useDesk();
  const params = { desk: desk.id };
  const chat = desk.channels.find(({ id }) => id === "chat");
  // People of another company have their own tickets, and no other page of the desk (FI-1).
  if (desk.sees === "assigned") return null;
  return (
    <>
      {!may(roles, "ticket.write") ? null : (
        <Link to="/d/$desk/nuevo" params={params} className="view">
          <Icon name="add" /> {words.takeDown.title}
        </Link>
      )}
      {!may(roles, "call.read") || desk.channels.every(({ id }) => id !== "phone") ? null : (
        <TelephonePlace />
      )}
      {chat === undefined ? null : (
        <Link to="/d/$desk/chat" params={params} className="view">
          <Icon name="talk" /> {text(chat.label)}
        </Link>
      )}
      {desk.tracker ? (
        <Link to="/d/$desk/seguimiento" params={params} search={{}} className="view">
          <Icon name="list" /> {trackerWords[language].title}
        </Link>
      ) : null}
      {may(roles, "register.read") ? (
        <Link to="/d/$desk/registro" params={params} search={{}} className="view">
          <Icon name="people" /> {shell.register}
        </Link>
      ) : null}
      <Link to="/d/$desk/correo" params={params} className="view">
        <Icon name="mail" /> {shell.outgoing}
      </Link>
      {may(roles, "received.read") ? <ReceivedPlace /> : null}
      <Link to="/d/$desk/calendario" params={params} className="view">
        <Icon name="date" /> {shell.calendar}
      </Link>
      <Link to="/d/$desk/versiones" params={params} className="view">
        <Icon name="book" /> {shell.versions}
      </Link>
      {desk.announcements.length === 0 ? null : (
        <Link to="/d/$desk/procesos" params={params} className="view">
          <Icon name="clock" /> {attentionWorkWords[language].processes}
        </Link>
      )}
      <KeptPlaces />
    </>
  );
}

/** The pages by which the desk itself is kept: its mailboxes, people, calendars and programs. */
function KeptPlaces() {
  const { words, language } = useWords();
  const { shell } = words;
  const { desk, roles } = useDesk();
  const params = { desk: desk.id };
  return (
    <>
      {may(roles, "mailbox.read") ? (
        <Link to="/d/$desk/buzones" params={params} className="view">
          <Icon name="mail" /> {shell.mailboxes}
        </Link>
      ) : null}
      <Link to="/d/$desk/personas" params={params} className="view">
        <Icon name="people" /> {shell.people}
      </Link>
      {may(roles, "feed.own") ? (
        <Link to="/d/$desk/en-su-calendario" params={params} className="view">
          <Icon name="date" /> {feedPageWords[language].place}
        </Link>
      ) : null}
      {may(roles, "webhook.read") ? (
        <Link to="/d/$desk/integraciones" params={params} className="view">
          <Icon name="link" /> {shell.integrations}
        </Link>
      ) : null}
    </>
  );
}

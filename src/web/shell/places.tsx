import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { errorCodesPlace } from "../../words/workspace/error-codes-place.ts";
import { cannedWords } from "../../words/workspace/canned.ts";
import { feedPageWords } from "../../words/workspace/feeds.ts";
import { trackerWords } from "../../words/workspace/tracker.ts";
import { attentionWorkWords } from "../../words/workspace/attention.ts";
import { frameWords } from "../../words/workspace/frame.ts";
import { may } from "../../core/access/may.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ArticlesPlace } from "../articles/place.tsx";
import { AuditPlace } from "../audit/place.tsx";
import { BoardPlace } from "../board/place.tsx";
import { ReceivedPlace } from "../received/place.tsx";
import { TelephonePlace } from "../telephone/place.tsx";
import { Icon } from "../ui/icons.tsx";
import { PlaceGroup } from "./place-group.tsx";

/** What is not a list, by what it is for: work, clients, the manual, mail, the desk itself. */
export const Places = memo(function Places() {
  const { words } = useWords();
  const { desk } = useDesk();
  return (
    <nav className="places" aria-label={words.shell.places}>
      {/* People of another company have their own tickets, and no other page of the desk (FI-1). */}
      {desk.sees === "assigned" ? null : (
        <>
          <WorkPlaces />
          <ClientPlaces />
          <ManualPlaces />
          <MailPlaces />
          <DeskPlaces />
        </>
      )}
    </nav>
  );
});

function WorkPlaces() {
  const { text } = useWords();
  const { desk, roles } = useDesk();
  const params = { desk: desk.id };
  const chat = desk.channels.find(({ id }) => id === "chat");
  return (
    <div className="place-group">
      <BoardPlace />
      {!may(roles, "call.read") || desk.channels.every(({ id }) => id !== "phone") ? null : (
        <TelephonePlace />
      )}
      {chat === undefined ? null : (
        <Link to="/d/$desk/chat" params={params} className="view">
          <Icon name="talk" /> <span className="view-name">{text(chat.label)}</span>
        </Link>
      )}
    </div>
  );
}

function ClientPlaces() {
  const { words, language } = useWords();
  const { desk, roles } = useDesk();
  const params = { desk: desk.id };
  const mayRead = may(roles, "register.read");
  if (!mayRead && !desk.tracker) return null;
  return (
    <PlaceGroup name="clients" title={frameWords[language].groups.clients}>
      {mayRead ? (
        <Link to="/d/$desk/registro" params={params} search={{}} className="view">
          <Icon name="building" /> <span className="view-name">{words.shell.register}</span>
        </Link>
      ) : null}
      {desk.tracker ? (
        <Link to="/d/$desk/seguimiento" params={params} search={{}} className="view">
          <Icon name="table" /> <span className="view-name">{trackerWords[language].title}</span>
        </Link>
      ) : null}
    </PlaceGroup>
  );
}

function ManualPlaces() {
  const { words, language } = useWords();
  const { desk, roles } = useDesk();
  const params = { desk: desk.id };
  return (
    <PlaceGroup name="manual" title={frameWords[language].groups.manual}>
      <Link to="/d/$desk/versiones" params={params} className="view">
        <Icon name="book" /> <span className="view-name">{words.shell.versions}</span>
      </Link>
      <ArticlesPlace />
      {may(roles, "canned.own") ? (
        <Link to="/d/$desk/respuestas" params={params} className="view">
          <Icon name="quick" /> <span className="view-name">{cannedWords[language].title}</span>
        </Link>
      ) : null}
      <Link to="/d/$desk/codigos" params={params} className="view">
        <Icon name="flag" /> <span className="view-name">{errorCodesPlace[language]}</span>
      </Link>
      <Link to="/d/$desk/calendario" params={params} className="view">
        <Icon name="hours" /> <span className="view-name">{words.shell.calendar}</span>
      </Link>
      {desk.announcements.length === 0 ? null : (
        <Link to="/d/$desk/procesos" params={params} className="view">
          <Icon name="announce" />{" "}
          <span className="view-name">{attentionWorkWords[language].processes}</span>
        </Link>
      )}
    </PlaceGroup>
  );
}

function MailPlaces() {
  const { words, language } = useWords();
  const { desk, roles } = useDesk();
  const params = { desk: desk.id };
  return (
    <PlaceGroup name="mail" title={frameWords[language].groups.mail}>
      {may(roles, "received.read") ? <ReceivedPlace /> : null}
      <Link to="/d/$desk/correo" params={params} className="view">
        <Icon name="outgoing" /> <span className="view-name">{words.shell.outgoing}</span>
      </Link>
      {may(roles, "mailbox.read") ? (
        <Link to="/d/$desk/buzones" params={params} className="view">
          <Icon name="mailbox" /> <span className="view-name">{words.shell.mailboxes}</span>
        </Link>
      ) : null}
    </PlaceGroup>
  );
}

function DeskPlaces() {
  const { words, language } = useWords();
  const { desk, roles } = useDesk();
  const params = { desk: desk.id };
  return (
    <PlaceGroup name="desk" title={frameWords[language].groups.desk}>
      <Link to="/d/$desk/personas" params={params} className="view">
        <Icon name="people" /> <span className="view-name">{words.shell.people}</span>
      </Link>
      {may(roles, "feed.own") ? (
        <Link to="/d/$desk/en-su-calendario" params={params} className="view">
          <Icon name="agenda" /> <span className="view-name">{feedPageWords[language].place}</span>
        </Link>
      ) : null}
      {may(roles, "webhook.read") ? (
        <Link to="/d/$desk/integraciones" params={params} className="view">
          <Icon name="plug" /> <span className="view-name">{words.shell.integrations}</span>
        </Link>
      ) : null}
      <AuditPlace />
    </PlaceGroup>
  );
}

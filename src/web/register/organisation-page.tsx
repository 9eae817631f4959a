import "../ui/register.css";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Organisation, OrganisationWritten } from "../../contract/register.ts";
import { may } from "../../core/access/may.ts";
import { taxRegimes } from "../../core/cfdi/tax-regimes.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { listContacts, readOrganisation } from "../api/register.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Fact } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { ClientTickets } from "./client-tickets.tsx";
import { ContactForm } from "./contact-form.tsx";
import { ContactTable } from "./contact-table.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import { Support } from "./support.tsx";

/** A client whole: tax data, support, contacts, tickets. */
export function OrganisationPage() {
  const { language } = useWords();
  const { desk } = useDesk();
  const { id } = useParams({ from: "/d/$desk/registro/$id" });
  const say = registerWords[language];
  const one = useQuery({
    queryKey: ["register", desk.id, "organisation", id],
    queryFn: async ({ signal }) => valueOf(await readOrganisation(desk.id, id, signal)),
  });
  return (
    <div className="page people register">
      <Link to="/d/$desk/registro" params={{ desk: desk.id }} search={{}} className="back">
        <Icon name="back" /> {say.back}
      </Link>
      {one.isPending ? <Loading /> : null}
      {one.isError ? <LoadFailed error={one.error} retry={() => void one.refetch()} /> : null}
      {one.data === undefined ? null : (
        <>
          <Data one={one.data} onChanged={() => void one.refetch()} />
          <Contacts id={id} />
          <ClientTickets id={id} />
        </>
      )}
    </div>
  );
}

function Data({ one, onChanged }: { readonly one: Organisation; readonly onChanged: () => void }) {
  const { language } = useWords();
  const { roles } = useDesk();
  const [open, setOpen] = useState<"edit" | "renew" | null>(null);
  const [admitted, setAdmitted] = useState(0);
  const say = registerWords[language];
  const close = (): void => setOpen(null);
  const done = (written: OrganisationWritten): void => {
    setAdmitted(written.admitted.length);
    close();
    onChanged();
  };
  return (
    <section aria-label={one.name}>
      <h2>{one.name}</h2>
      <p>
        <Support client={one} />
      </p>
      {one.warnings.map((warning) => (
        <p key={warning} className="notice">
          <Icon name="flag" /> {say.warnings[warning]}
        </p>
      ))}
      {admitted === 0 ? null : <output>{say.admitted(admitted)}</output>}
      <Facts one={one} />
      {may(roles, "register.write") ? (
        <div className="acts start">
          <Button className="button main" onPress={() => setOpen("renew")}>
            {say.renew}
          </Button>
          <Button className="button" onPress={() => setOpen("edit")}>
            {say.edit}
          </Button>
        </div>
      ) : null}
      {open === null ? null : (
        <OrganisationForm over={one} renewal={open === "renew"} onClose={close} onDone={done} />
      )}
    </section>
  );
}

function Facts({ one }: { readonly one: Organisation }) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = registerWords[language];
  const regime = taxRegimes.find(({ code }) => code === one.taxRegime);
  const plan = desk.plans.find(({ id }) => id === one.plan);
  const known: readonly (readonly [string, string | null])[] = [
    [say.rfc, one.rfc],
    [say.taxRegime, regime === undefined ? null : `${regime.code} · ${regime.description}`],
    [say.postalCode, one.postalCode],
    [say.taxAddress, one.taxAddress],
    [say.plan, plan === undefined ? one.plan : text(plan.label)],
    [say.portals, one.portals.length === 0 ? null : one.portals.join(", ")],
    [say.notes, one.notes],
  ];
  return (
    <dl className="facts">
      {known.map(([term, value]) =>
        value === null ? null : (
          <Fact key={term} term={term}>
            {value}
          </Fact>
        ),
      )}
    </dl>
  );
}

function Contacts({ id }: { readonly id: string }) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const [open, setOpen] = useState(false);
  const say = registerWords[language];
  const list = useInfiniteQuery({
    queryKey: ["register", desk.id, "contacts", id],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listContacts(desk.id, { id, cursor: pageParam }, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap(({ contacts }) => contacts) ?? [];
  const again = (): void => {
    setOpen(false);
    void list.refetch();
  };
  return (
    <section aria-label={say.contacts}>
      <h3>{say.contacts}</h3>
      {list.isSuccess && rows.length === 0 ? <p className="soft">{say.noContacts}</p> : null}
      {list.isError ? <LoadFailed error={list.error} retry={again} /> : null}
      {rows.length === 0 ? null : <ContactTable rows={rows} named={false} onChanged={again} />}
      <div className="acts start">
        {list.hasNextPage ? (
          <Button className="button quiet" onPress={() => void list.fetchNextPage()}>
            {say.more}
          </Button>
        ) : null}
        {may(roles, "register.write") ? (
          <Button className="button" onPress={() => setOpen(true)}>
            {say.newContact}
          </Button>
        ) : null}
      </div>
      {open ? (
        <ContactForm over={null} organisation={id} onClose={() => setOpen(false)} onDone={again} />
      ) : null}
    </section>
  );
}

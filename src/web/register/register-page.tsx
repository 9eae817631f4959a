import "../ui/register.css";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { listOrganisations, lookUp, registerFile } from "../api/register.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Written } from "../ui/fields.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { ContactForm } from "./contact-form.tsx";
import { ContactTable } from "./contact-table.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import { OrganisationTable } from "./organisation-table.tsx";

/** Who the desk's clients are: looked up, listed, written down. */
export function RegisterPage() {
  const { language } = useWords();
  const { q = "" } = useSearch({ from: "/d/$desk/registro" });
  const say = registerWords[language];
  return (
    <div className="page people register">
      <section aria-label={say.title}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        <SearchBox key={q} q={q} />
        <Doors />
        {q === "" ? <Whole /> : <Found q={q} />}
      </section>
    </div>
  );
}

function SearchBox({ q }: { readonly q: string }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const [written, setWritten] = useState(q);
  const say = registerWords[language];
  const go = (to: string): void =>
    void navigate({
      to: "/d/$desk/registro",
      params: { desk: desk.id },
      search: to === "" ? {} : { q: to },
    });
  return (
    <form
      className="register-search"
      onSubmit={(event) => {
        event.preventDefault();
        go(written.trim());
      }}
    >
      <Written name="q" label={say.search} value={written} onChange={setWritten} />
      <Button type="submit" className="button">
        {say.find}
      </Button>
      {q === "" ? null : (
        <Button className="button quiet" onPress={() => go("")}>
          {say.clear}
        </Button>
      )}
    </form>
  );
}

/** What can be done beside looking: writing down, files in and out. */
function Doors() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const navigate = useNavigate();
  const [open, setOpen] = useState<"organisation" | "contact" | null>(null);
  const say = registerWords[language];
  if (!may(roles, "register.write")) return null;
  const close = (): void => setOpen(null);
  return (
    <div className="acts start">
      <Button className="button main" onPress={() => setOpen("organisation")}>
        {say.newOrganisation}
      </Button>
      <Button className="button" onPress={() => setOpen("contact")}>
        {say.newContact}
      </Button>
      <Link to="/d/$desk/registro/archivo" params={{ desk: desk.id }} className="button quiet">
        {say.file}
      </Link>
      {may(roles, "register.export") ? (
        <a className="button quiet" href={registerFile(desk.id, "export")} download>
          {say.exportCsv}
        </a>
      ) : null}
      {open === "organisation" ? (
        <OrganisationForm
          over={null}
          onClose={close}
          onDone={({ id }) =>
            void navigate({ to: "/d/$desk/registro/$id", params: { desk: desk.id, id } })
          }
        />
      ) : null}
      {open === "contact" ? (
        <ContactForm over={null} organisation={null} onClose={close} onDone={close} />
      ) : null}
    </div>
  );
}

function Whole() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = registerWords[language];
  const list = useInfiniteQuery({
    queryKey: ["register", desk.id, "organisations"],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listOrganisations(desk.id, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((page) => page.organisations) ?? [];
  return (
    <>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? <Empty>{say.none}</Empty> : null}
      {rows.length === 0 ? null : <OrganisationTable rows={rows} />}
      {list.hasNextPage ? (
        <Button className="button quiet more" onPress={() => void list.fetchNextPage()}>
          {say.more}
        </Button>
      ) : null}
    </>
  );
}

function Found({ q }: { readonly q: string }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = registerWords[language];
  const found = useQuery({
    queryKey: ["register", desk.id, "lookup", q],
    queryFn: async ({ signal }) => valueOf(await lookUp(desk.id, q, signal)),
  });
  const { organisations = [], contacts = [] } = found.data ?? {};
  return (
    <>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <LoadFailed error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isSuccess && organisations.length + contacts.length === 0 ? (
        <Empty>{say.notFound}</Empty>
      ) : null}
      {organisations.length === 0 ? null : (
        <>
          <h3>{say.organisations}</h3>
          <OrganisationTable rows={organisations} />
        </>
      )}
      {contacts.length === 0 ? null : (
        <>
          <h3>{say.contacts}</h3>
          <ContactTable rows={contacts} named onChanged={() => void found.refetch()} />
        </>
      )}
    </>
  );
}

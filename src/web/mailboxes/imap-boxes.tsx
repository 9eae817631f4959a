import { mailboxWords } from "../../words/workspace/mailboxes.ts";
import { useWords } from "../app/language.tsx";
import { Choice, Picked, Written as Box } from "../ui/fields.tsx";
import { withTls } from "./wish.ts";
import type { Written } from "./wish.ts";

interface Props {
  readonly written: Written;
  readonly isKept: boolean;
  readonly missing: readonly (keyof Written)[];
  readonly set: (written: Written) => void;
}

type Line = "host" | "port" | "username" | "folder" | "moveTo" | "clientId" | "tokenUrl";

/** How a mailbox is read by IMAP: where, as whom, and what is done on the server afterwards. */
export function ImapBoxes({ written, isKept, missing, set }: Props) {
  const { language, words } = useWords();
  const say = mailboxWords[language];
  const line = (name: Line) => (
    <Box
      key={name}
      {...{ name }}
      label={say[name]}
      value={written[name]}
      onChange={(value) => set({ ...written, [name]: value })}
      error={missing.includes(name) ? words.compose.required : undefined}
      required
    />
  );
  return (
    <>
      {line("host")}
      <Picked
        name="tls"
        label={say.tls}
        value={written.tls}
        onChange={(tls) => set(withTls(written, tls as Written["tls"]))}
        options={kinds(say.tlsKinds)}
      />
      {line("port")}
      {line("username")}
      <Choice
        name="auth"
        label={say.auth}
        value={written.auth}
        onChange={(auth) => set({ ...written, auth: auth === "xoauth2" ? "xoauth2" : "password" })}
        options={kinds(say.authKinds)}
      />
      <Secrets {...{ written, isKept, missing, set }} />
      {written.auth === "xoauth2" ? [line("clientId"), line("tokenUrl")] : null}
      {line("folder")}
      <Choice
        name="after"
        label={say.after}
        value={written.after}
        onChange={(after) => set({ ...written, after: after === "move" ? "move" : "seen" })}
        options={kinds(say.afterKinds)}
      />
      {written.after === "move" ? line("moveTo") : null}
      <Choice
        name="begins"
        label={say.begins}
        value={written.begins}
        onChange={(begins) => set({ ...written, begins: begins === "all" ? "all" : "now" })}
        options={[
          { id: "now", label: say.beginsNow },
          { id: "all", label: say.beginsAll },
        ]}
      />
    </>
  );
}

function kinds(all: Readonly<Record<string, string>>): { id: string; label: string }[] {
  return Object.entries(all).map(([id, label]) => ({ id, label }));
}

function Secrets({ written, isKept, missing, set }: Props) {
  const { language, words } = useWords();
  const say = mailboxWords[language];
  const secret = (name: "password" | "clientSecret" | "refreshToken", required: boolean) => (
    <Box
      {...{ name, required }}
      type="password"
      label={say[name]}
      hint={isKept ? say.keptHint : say.secretHint}
      value={written[name]}
      onChange={(value) => set({ ...written, [name]: value })}
      error={missing.includes(name) ? words.compose.required : undefined}
    />
  );
  if (written.auth === "password") return secret("password", !isKept);
  return (
    <>
      {secret("refreshToken", !isKept)}
      {secret("clientSecret", false)}
    </>
  );
}

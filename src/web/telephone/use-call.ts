import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Callers } from "../../contract/telephone.ts";
import type { Problem } from "../../contract/problem.ts";
import { spaceDigits } from "../../words/telephone.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { actOn, takeDown } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { findCallers } from "../api/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { answersTo, askedFields } from "../take-down/asked-fields.ts";
import { useServerTime } from "../time/now.tsx";
import { keepCall, newDraft, recallCall } from "./draft.ts";
import type { CallDraft } from "./draft.ts";

/** What a call came to: a ticket that it was logged on, or a new one with what is read aloud. */
export interface CallDone {
  readonly folio: string;
  readonly aloud: readonly string[] | null;
}

export type Caller = Callers["callers"][number];

/** Milliseconds without a key before what is typed is looked up. */
const PAUSE = 200;

/** A telephone among what is typed; null: it is something else. */
export function numberIn(typed: string): string | null {
  return /^[+]?[0-9 ().-]{7,}$/u.test(typed.trim()) ? typed.trim() : null;
}

/** A number that is read back, spaced; null: none was typed. */
export function readBack(typed: string): string | null {
  const number = numberIn(typed);
  return number === null ? null : spaceDigits(number);
}

/** Whoever may be calling, looked up as it is typed. */
export function useCallers(typed: string) {
  const { desk } = useDesk();
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return useQuery({
    queryKey: ["callers", desk.id, asked],
    queryFn: async ({ signal }) => valueOf(await findCallers(desk.id, asked, signal)),
    placeholderData: (before) => before,
  });
}

/** The call that is being written down. */
export function useCall() {
  const { desk } = useDesk();
  const { now } = useServerTime();
  const [draft, setDraft] = useState<CallDraft>(() => recallCall(desk.id) ?? newDraft(now));
  const sending = useSending();
  const change = (more: Partial<CallDraft>): void => {
    const next = { ...draft, ...more };
    setDraft(next);
    keepCall(desk.id, next);
  };
  const again = (): void => {
    keepCall(desk.id, null);
    setDraft(newDraft(Date.now()));
    sending.forget();
  };
  return { draft, change, again, ...sending };
}

function useSending() {
  const { desk } = useDesk();
  const { language } = useWords();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<CallDone | null>(null);
  const send = async (draft: CallDraft, contact: string | null): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const call = saidOf(draft, contact);
    const answer =
      draft.about === "new"
        ? await file(desk, draft, call)
        : await log(desk.id, draft, { call, say: telephoneWords[language] });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    keepCall(desk.id, null);
    setDone(answer.value);
    await client.invalidateQueries({ queryKey: ["calls", desk.id] });
    await client.invalidateQueries({ queryKey: ["call-now", desk.id] });
  };
  const forget = (): void => {
    setDone(null);
    setProblem(null);
  };
  return { busy, problem, done, send, forget };
}

type Told = ReturnType<typeof saidOf>;
type Sent =
  | { readonly ok: true; readonly value: CallDone }
  | { readonly ok: false; readonly problem: Problem };

function saidOf({ id, direction, typed, who, began }: CallDraft, contact: string | null) {
  const named = who.trim() === "" ? null : who.trim();
  return { id, direction, number: numberIn(typed), who: named, contact, began };
}

async function file(
  desk: ReturnType<typeof useDesk>["desk"],
  draft: CallDraft,
  call: Told,
): Promise<Sent> {
  const form = formOf(desk.forms, draft.form);
  const fields =
    form === undefined ? {} : answersTo(askedFields(form, draft.answers), draft.answers);
  const { language, submission } = draft;
  const wish = { form: form?.id ?? "", channel: "phone", fields, language, submission, call };
  const answer = await takeDown(desk.id, { ...wish, channel: "phone" });
  if (!answer.ok) return answer;
  return { ok: true, value: { folio: answer.value.folio, aloud: answer.value.aloud ?? [] } };
}

async function log(
  desk: string,
  draft: CallDraft,
  { call, say }: { readonly call: Told; readonly say: (typeof telephoneWords)["es"] },
): Promise<Sent> {
  const { outcome, direction, typed, who } = draft;
  const heading = say.heading(direction, readBack(typed) ?? "", who.trim());
  const said = draft.text.trim() === "" ? say.outcomes[outcome] : draft.text.trim();
  const folio = draft.about ?? "";
  const body = { outcome, text: `${heading}\n${said}`, channel: "phone", call } as const;
  const answer = await actOn({ desk, folio }, "log-call", body);
  return answer.ok ? { ok: true, value: { folio: answer.value.folio, aloud: null } } : answer;
}

/** The form of a new case: the one that was chosen, else the first that is taken by telephone. */
export function formOf<Form extends { readonly id: string; readonly on: readonly string[] }>(
  forms: readonly Form[],
  chosen: string | null,
): Form | undefined {
  const onIt = formsByPhone(forms);
  return onIt.find(({ id }) => id === chosen) ?? onIt[0];
}

/** The forms that are taken by telephone; all of them where the manual names none. */
export function formsByPhone<Form extends { readonly on: readonly string[] }>(
  forms: readonly Form[],
): readonly Form[] {
  const onIt = forms.filter(({ on }) => on.includes("phone"));
  return onIt.length > 0 ? onIt : forms;
}

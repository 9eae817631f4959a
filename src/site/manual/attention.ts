import { html } from "hono/html";
import { labelIn } from "../../words/conditions.ts";
import { sayAmount } from "../../words/durations.ts";
import { sayList } from "../../words/hours.ts";
import { attentionManualWords } from "../../words/site/attention-manual.ts";
import { attentionWords } from "../../words/site/attention.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { MaybeHtml } from "../html.ts";
import { hrefFor } from "../reader.ts";
import { clauseOf, terms } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** The closed list of grounds on which something is urgent, and the processes that open one (RD-15, RD-15c). */
export function groundsChapter(leaf: Leaf): Chapter {
  const { policy, reader, say } = leaf;
  const { language } = reader;
  const w = attentionManualWords[language];
  const grounds = policy.grounds.map((ground) => {
    const severity =
      ground.severity === null
        ? ""
        : w.groundSeverity(labelIn(policy.severities, ground.severity, language));
    const during =
      ground.during === null
        ? ""
        : w.groundDuring(labelIn(policy.announcements ?? [], ground.during, language));
    const advice = ground.advice === undefined ? "" : say(ground.advice);
    return html`<li>${say(ground.means)}. ${during} ${advice} ${severity}${clauseOf(ground)}</li>`;
  });
  const body =
    grounds.length === 0 ? "" : html`<p>${w.urgencyLead}</p><ul>${grounds}</ul>${processes(leaf)}`;
  return { id: "urgencia", title: manualWords[language].grounds, body };
}

function processes({ policy, reader, say }: Leaf): MaybeHtml {
  const { language } = reader;
  const w = attentionManualWords[language];
  const rules = policy.announcements ?? [];
  if (rules.length === 0) return "";
  const items = rules.map((rule) => {
    const types = sayList(
      rule.types.map(({ label }) => say(label)),
      language,
      "or",
    );
    const who = sayList(
      rule.who.map((one) => w.who[one]),
      language,
      "or",
    );
    const ahead =
      rule.ahead === null ? w.anyTimeAhead : w.timeAhead(sayAmount(rule.ahead, language));
    return [say(rule.label), html`${w.process(types, who, ahead)}${clauseOf(rule)}`] as const;
  });
  const href = hrefFor(reader, `/d/${policy.desk.id}/procesos`);
  return html`<h3>${w.processes}</h3>${terms(items)}<p class="no-print"><a href="${href}">${w.seeProcesses}</a></p>`;
}

/** That requesters say whether they are there, and what leaving does (RD-2, RD-12). */
export function presenceChapter({ policy, reader, say }: Leaf): Chapter {
  const { language } = reader;
  const w = attentionManualWords[language];
  const own = attentionWords[language];
  const rule = policy.presence;
  if (rule === undefined) return { id: "presencia", title: w.presence, body: "" };
  const here = rule.here === null ? own.here : say(rule.here);
  const leaving = rule.leaving === null ? own.leaving : say(rule.leaving);
  const frees = rule.freesAgent ? w.presenceFrees : "";
  const body = html`<p>${w.presenceText(here, leaving)} ${frees}${clauseOf(rule)}</p>`;
  return { id: "presencia", title: w.presence, body };
}

/** Whom the desk serves, and what the others are offered first (RD-10). */
export function trainingChapter({ policy, reader, say }: Leaf): Chapter {
  const { language } = reader;
  const w = attentionManualWords[language];
  const { training } = policy;
  if (training === undefined) return { id: "capacitacion", title: w.training, body: "" };
  const form = labelOfForm({ policy, say }, training.form);
  const says =
    training.says === undefined
      ? ""
      : html`<blockquote class="note">${say(training.says)}</blockquote>`;
  const body = html`<p>${w.trainingText(form)}${clauseOf(training)}</p>${says}`;
  return { id: "capacitacion", title: w.training, body };
}

/** How one goes on with what was closed, where another form is filled in for it (RD-14). */
export function anewText({ policy, reader, say }: Leaf): string {
  const { form, cites } = policy.reopen;
  if (form === undefined) return "";
  const w = attentionManualWords[reader.language];
  return `${w.anew(labelOfForm({ policy, say }, form))} ${cites ? w.cites : ""}`;
}

function labelOfForm({ policy, say }: Pick<Leaf, "policy" | "say">, id: string): string {
  const form = policy.forms.find((known) => known.id === id);
  return form === undefined ? id : say(form.title);
}

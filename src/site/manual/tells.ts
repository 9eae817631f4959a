import { html } from "hono/html";
import type { TellMoment, TellRule } from "../../core/policy/policy.ts";
import { sayCondition } from "../../words/conditions.ts";
import { sayList } from "../../words/hours.ts";
import { manualRouteWords } from "../../words/site/manual-route.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { Html } from "../html.ts";
import { inTurn } from "./follow-through.ts";
import { clauseOf, terms } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** What is told, when, by which ways, and what it says. */
export function tellsChapter(leaf: Leaf): Chapter {
  const { policy, reader } = leaf;
  const w = manualWords[reader.language];
  const moments = new Map<TellMoment, TellRule[]>();
  for (const rule of policy.tell) moments.set(rule.on, [...(moments.get(rule.on) ?? []), rule]);
  const items = [...moments].map(
    ([on, rules]) => [w.moments[on], html`${rules.map((rule) => told(leaf, rule))}`] as const,
  );
  return { id: "avisos", title: w.tells, body: items.length === 0 ? "" : terms(items) };
}

function told({ policy, reader: { language } }: Leaf, rule: TellRule): Html {
  const [w, own] = [manualWords[language], manualRouteWords[language]];
  const when =
    rule.when.is === "always"
      ? ""
      : `${own.onlyWhen(sayCondition(rule.when, { policy, language }))} `;
  const ways =
    rule.inTurn === undefined
      ? sayList(
          rule.by.map((way) => w.by[way] ?? way),
          language,
        )
      : inTurn(rule, language);
  const facts = rule.says.map((fact) => own.facts[fact] ?? fact);
  const says = facts.length === 0 ? "" : ` ${own.says(sayList(facts, language))}`;
  return html`<p>${when === "" ? capital(ways) : `${when}${ways}`}.${says}${clauseOf(rule)}</p>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How the desk's mails are worded, in the order in which a ticket meets them. */
export function messagesChapter({ policy, reader, say }: Leaf): Chapter {
  const w = manualRouteWords[reader.language];
  const used = new Set(policy.tell.map(({ message }) => message));
  const items = [...used].flatMap((id) => {
    const message = policy.messages.find((one) => one.id === id);
    if (message === undefined) return [];
    const lines = say(message.body)
      .trim()
      .split(/\n{2,}/u);
    const paragraphs = lines.map((text) => html`<p>${broken(text)}</p>`);
    return [
      html`<h3>${say(message.subject)}</h3><blockquote class="note">${paragraphs}</blockquote>`,
    ];
  });
  const body = items.length === 0 ? "" : html`<p>${w.messagesLead}</p>${items}`;
  return { id: "textos", title: w.messages, body };
}

function broken(text: string): Html {
  return html`${text.split("\n").map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`))}`;
}

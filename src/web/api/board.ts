import {
  badAnswers,
  board,
  boardMail,
  boardNow,
  satisfactionOfTicket,
  satisfactionSetting,
} from "../../contract/board.ts";
import type {
  BadAnswersView,
  BoardMail,
  BoardNowView,
  BoardView,
  SatisfactionAnswerView,
  SatisfactionSettingView,
} from "../../contract/board.ts";
import { ticketPage } from "../../contract/ticket.ts";
import type { TicketPage } from "../../contract/ticket.ts";
import type { FigureId } from "../../core/figures/figure.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}`;

/** A board's address: how many weeks, up to which date, and what narrows it. */
export interface BoardSearch {
  readonly semanas?: string | undefined;
  readonly hasta?: string | undefined;
  readonly severidad?: string | undefined;
  readonly nivel?: string | undefined;
}

function queryOf({ semanas, hasta, severidad, nivel }: BoardSearch): URLSearchParams {
  const query = new URLSearchParams({ weeks: semanas ?? "4" });
  if (hasta !== undefined) query.set("until", hasta);
  if (severidad !== undefined) query.set("severity", severidad);
  if (nivel !== undefined) query.set("level", nivel);
  return query;
}

/** Every figure of a desk. */
export function readBoard(
  desk: string,
  search: BoardSearch,
  signal: AbortSignal,
): Promise<Answer<BoardView>> {
  return request(`${at(desk)}/board?${queryOf(search)}`, board, { signal });
}

/** What is at risk now, and the forecast. */
export function readBoardNow(
  desk: string,
  { severidad, nivel }: BoardSearch,
  signal: AbortSignal,
): Promise<Answer<BoardNowView>> {
  const query = queryOf({ severidad, nivel });
  query.delete("weeks");
  return request(`${at(desk)}/board/now?${query}`, boardNow, { signal });
}

/** A mark's address: the board's, and what the mark says. */
export type MarkSearch = BoardSearch & Readonly<Record<string, string | undefined>>;

/** The tickets behind a mark. */
export function listMarked(
  desk: string,
  { search, cursor }: { readonly search: MarkSearch; readonly cursor: string | null },
  signal: AbortSignal,
): Promise<Answer<TicketPage>> {
  const { semanas, hasta, severidad: _, nivel: __, ...mark } = search;
  const query = queryOf({ semanas, hasta });
  for (const [name, value] of Object.entries(mark)) if (value !== undefined) query.set(name, value);
  if (cursor !== null) query.set("cursor", cursor);
  return request(`${at(desk)}/board/tickets?${query}`, ticketPage, { signal });
}

/** Where a figure is downloaded from, in a language. */
export function figureFile(
  desk: string,
  {
    figure,
    search,
    language,
  }: {
    readonly figure: FigureId;
    readonly search: BoardSearch;
    readonly language: string;
  },
): string {
  const query = queryOf(search);
  query.set("figure", figure);
  query.set("lang", language);
  return `/api/v1${at(desk)}/board/file?${query}`;
}

/** Where the report is read from, in a language. */
export function reportFile(desk: string, search: BoardSearch, language: string): string {
  const query = queryOf(search);
  query.set("lang", language);
  return `/api/v1${at(desk)}/board/report?${query}`;
}

/** The week's mail as it would leave. */
export function mailPreview(desk: string, language: string): string {
  return `/api/v1${at(desk)}/board/mail/preview?lang=${language}`;
}

/** Whether the week's figures come by mail. */
export function readBoardMail(desk: string, signal: AbortSignal): Promise<Answer<BoardMail>> {
  return request(`${at(desk)}/board/mail`, boardMail, { signal });
}

/** Starts or stops the week's mail. */
export function setBoardMail(
  desk: string,
  body: { readonly wanted: boolean; readonly language: "es" | "en" },
): Promise<Answer<BoardMail>> {
  return request(`${at(desk)}/board/mail`, boardMail, { method: "POST", body });
}

/** Whether clients are asked. */
export function readSatisfaction(
  desk: string,
  signal: AbortSignal,
): Promise<Answer<SatisfactionSettingView>> {
  return request(`${at(desk)}/satisfaction`, satisfactionSetting, { signal });
}

/** Starts or stops asking clients. */
export function setSatisfaction(
  desk: string,
  on: boolean,
): Promise<Answer<SatisfactionSettingView>> {
  return request(`${at(desk)}/satisfaction`, satisfactionSetting, { method: "POST", body: { on } });
}

/** Answers of clients who are not content. */
export function listBadAnswers(
  desk: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<BadAnswersView>> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return request(`${at(desk)}/satisfaction/bad${query}`, badAnswers, { signal });
}

const ofTicket = (desk: string, folio: string): string =>
  `${at(desk)}/tickets/${encodeURIComponent(folio)}/satisfaction`;

/** What was answered about a ticket. */
export function readAnswers(
  desk: string,
  folio: string,
  signal: AbortSignal,
): Promise<Answer<{ answers: SatisfactionAnswerView[] }>> {
  return request(ofTicket(desk, folio), satisfactionOfTicket, { signal });
}

/** Says that one has looked at it. */
export function lookAtAnswers(
  desk: string,
  folio: string,
): Promise<Answer<{ answers: SatisfactionAnswerView[] }>> {
  return request(ofTicket(desk, folio), satisfactionOfTicket, { method: "POST", body: {} });
}

import {
  chatAvailability,
  chatDesk,
  chatHosts,
  chatSecret,
  chatTaken,
} from "../../contract/chat.ts";
import type { ChatDesk, ChatHosts } from "../../contract/chat.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}`;

/** Who waits, and one's own chats. */
export function readChat(desk: string, signal: AbortSignal): Promise<Answer<ChatDesk>> {
  return request(`${at(desk)}/chat`, chatDesk, { signal });
}

/** Takes so many chats at once from now on, or none. */
export function takeChats(
  desk: string,
  capacity: number | null,
): Promise<Answer<{ capacity: number | null }>> {
  const body = { capacity };
  return request(`${at(desk)}/chat/availability`, chatAvailability, { method: "POST", body });
}

/** Takes the next one in the line. */
export function takeNextChat(desk: string): Promise<Answer<{ folio: string; seq: number }>> {
  return request(`${at(desk)}/chat/next`, chatTaken, { method: "POST" });
}

/** Whose pages may show the chat and vouch for their users. */
export function readChatHosts(desk: string, signal: AbortSignal): Promise<Answer<ChatHosts>> {
  return request(`${at(desk)}/chat/hosts`, chatHosts, { signal });
}

/** Lets the pages of an origin show the chat, or no more. */
export function changeChatHost(
  desk: string,
  { origin, how }: { readonly origin: string; readonly how: "add" | "remove" },
): Promise<Answer<ChatHosts>> {
  const path = `${at(desk)}/chat/hosts${how === "remove" ? "/remove" : ""}`;
  return request(path, chatHosts, { method: "POST", body: { origin } });
}

/** A new secret, shown this once. */
export function rotateChatKey(desk: string): Promise<Answer<{ id: string; secret: string }>> {
  return request(`${at(desk)}/chat/keys`, chatSecret, { method: "POST" });
}

/** Takes every secret back. */
export function revokeChatKeys(desk: string): Promise<Answer<ChatHosts>> {
  return request(`${at(desk)}/chat/keys/revoke`, chatHosts, { method: "POST" });
}

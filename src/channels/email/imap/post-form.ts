import { post } from "../../outgoing.ts";
import type { PostForm } from "./access-token.ts";

/** Asks a token server (RFC 6749 §3.2), which is never in a private network. */
export const postForm: PostForm = (url, form) =>
  post({
    url,
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      Accept: "application/json",
    },
    body: new URLSearchParams(form).toString(),
    patience: 15_000,
    bytes: 64 * 1024,
  });

import { z } from "zod";
import type { MailboxTrouble } from "../../../core/mailbox/trouble.ts";
import { settle } from "../../../store/settle.ts";

/** What an access token is asked for with (RFC 6749 §6). */
export interface TokenRequest {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly refreshToken: string;
}

/** Posts a form to an address outside and gives the answer's status and text; throws where nothing answers. */
export type PostForm = (
  url: string,
  form: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number; readonly text: string }>;

/** A token, how many milliseconds it is good for, and the next refresh token where it was replaced. */
export interface AccessToken {
  readonly accessToken: string;
  readonly lasts: number;
  readonly refreshToken: string | null;
}

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(3_600),
  refresh_token: z.string().min(1).optional(),
});

/** Asks for a new access token; what the server says against it is told without any secret. */
export async function askToken(
  { tokenUrl, clientId, clientSecret, refreshToken }: TokenRequest,
  post: PostForm,
): Promise<AccessToken | MailboxTrouble> {
  const { status, text } = await post(tokenUrl, {
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    client_id: clientId,
    ...(clientSecret === null ? {} : { client_secret: clientSecret }),
  });
  const said = await settle(new Response(text).json());
  const value: unknown = "fault" in said ? null : said.value;
  const read = answer.safeParse(value);
  if (status === 200 && read.success)
    return {
      accessToken: read.data.access_token,
      lasts: read.data.expires_in * 1_000,
      refreshToken: read.data.refresh_token ?? null,
    };
  const refused = z.object({ error: z.string() }).safeParse(value);
  const detail = refused.success ? refused.data.error.slice(0, 100) : `HTTP ${status}`;
  return { trouble: "token-refused", detail };
}

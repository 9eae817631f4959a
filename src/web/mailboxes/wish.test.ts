import { describe, expect, it } from "vitest";
import { mailboxWish } from "../../contract/mailboxes.ts";
import type { Mailbox } from "../../contract/mailboxes.ts";
import { missingIn, wishOf, withTls, writtenOf } from "./wish.ts";

const filled = {
  ...writtenOf(null),
  address: " mesa@example.com ",
  host: "IMAP.example.com",
  username: "mesa",
  password: "clave",
};

describe("the boxes of a mailbox", () => {
  it("make a wish that the API takes", () => {
    const wish = wishOf(filled);
    expect(mailboxWish.safeParse(wish).success).toBe(true);
    expect(wish).toMatchObject({
      address: "mesa@example.com",
      connection: { host: "imap.example.com", port: 993, secret: { password: "clave" } },
    });
    expect(wishOf({ ...filled, by: "smtp" }).connection).toBeNull();
  });

  it("make one for OAuth too, without a secret that the application does not have", () => {
    const oauth = {
      ...filled,
      auth: "xoauth2" as const,
      clientId: "app",
      refreshToken: "ficha",
      tokenUrl: "https://login.example.com/token",
    };
    const wish = wishOf(oauth);
    expect(mailboxWish.safeParse(wish).success).toBe(true);
    expect(wish.connection?.secret).toEqual({ clientSecret: null, refreshToken: "ficha" });
  });

  it("show a stored mailbox without what signs in, which stays where nothing is written", () => {
    const { secret: _secret, ...connection } = wishOf(filled).connection ?? { secret: null };
    const stored = { address: "mesa@example.com", form: null, begins: "now", connection };
    const written = writtenOf(stored as Mailbox);
    expect(written.password).toBe("");
    expect(missingIn(written, true)).toEqual([]);
    expect(wishOf(written).connection?.secret).toBeNull();
  });

  it("say what is missing, by how the mail comes", () => {
    expect(missingIn(writtenOf(null), false)).toEqual(["address", "host", "username", "password"]);
    expect(missingIn({ ...writtenOf(null), by: "smtp" }, false)).toEqual(["address"]);
    expect(missingIn({ ...filled, after: "move" }, false)).toEqual(["moveTo"]);
  });

  it("take the port that goes with the encryption, and leave one that was written", () => {
    expect(withTls(filled, "starttls").port).toBe("143");
    expect(withTls({ ...filled, port: "1993" }, "starttls").port).toBe("1993");
  });
});

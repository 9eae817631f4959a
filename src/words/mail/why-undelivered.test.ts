import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whyUndelivered } from "./why-undelivered.ts";

describe("why a mail did not arrive, in words", () => {
  it.each([
    [
      "550 5.1.1 <ana@example.com>: Recipient address rejected: User unknown",
      "la dirección no existe",
    ],
    [
      "smtp; 550-5.1.1 The email account that you tried to reach does not exist",
      "la dirección no existe",
    ],
    ["554 5.1.2 Host unknown", "el dominio de la dirección no existe o no recibe correo"],
    ["556 5.1.10 null MX", "el dominio de la dirección no existe o no recibe correo"],
    [
      "5.4.4 X-Postfix; Host or domain name not found. Name service error for name=x.example.com",
      "el dominio de la dirección no existe o no recibe correo",
    ],
    ["550 5.4.1 Recipient address rejected: Access denied", "la dirección no existe"],
    ["4.4.1 connect to mx.example.com: Connection timed out", "el servidor de correo no responde"],
    ["552 5.2.2 Mailbox full", "el buzón está lleno"],
    ["550 5.2.1 account disabled", "el buzón está desactivado"],
    ["552 5.3.4 too big", "el mensaje es demasiado grande para ese servidor"],
    [
      "450 4.7.1 Greylisted, try again in 300 seconds",
      "el servidor de la otra parte pide que se intente más tarde",
    ],
    ["421 too many connections", "el servidor de la otra parte pide que se intente más tarde"],
    ["550 5.7.1 not wanted", "el servidor de la otra parte lo rechazó"],
    ["550 no", "el servidor de la otra parte lo rechazó"],
    ["4.4.7 expired", "se intentó durante días y no se pudo entregar"],
    ["connect ECONNREFUSED 127.0.0.1:25", "el servidor de correo no responde"],
    ["no answer in 45000 ms", "el servidor de correo no responde"],
    [
      "Invalid login: 535 5.7.8 bad",
      "el servidor de correo no acepta la cuenta con la que se envía",
    ],
    [
      "held-back-address",
      "espera: a esta dirección ya salieron demasiados correos automáticos en esta hora",
    ],
  ])("%s", (error, words) => {
    expect(whyUndelivered(error, "es")).toBe(words);
  });

  it("leaves to the server's own words what it cannot tell", () => {
    expect(whyUndelivered("algo raro", "es")).toBeNull();
    expect(whyUndelivered("constructor", "en")).toBeNull();
  });

  it("says something of any text, in time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => {
        expect(["string", "object"]).toContain(typeof whyUndelivered(text, "en"));
      }),
    );
  });
});

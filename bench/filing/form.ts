import { randomBytes, randomInt } from "node:crypto";

/** Where the form of the bench's desk is sent. */
export const formPath = "/d/hib2b/ayuda";

const boundary = "----PlazoBenchFormBoundary7MA4YWxkTrZu0gW";

/** The content type of `formBody`. */
export const formType = `multipart/form-data; boundary=${boundary}`;

const description =
  "Al cargar la factura el portal muestra «Error 305: fecha de emisión fuera de rango». " +
  "Probamos con dos navegadores, desde ayer por la tarde, y con otra factura sucede lo mismo.";

/** A form as a browser sends it: every control, a token and an address of its own, no file chosen. */
export function formBody(): string {
  const values: readonly (readonly [string, string])[] = [
    ["_envio", randomBytes(16).toString("base64url")],
    ["_sitio_web", ""],
    ["tipo", "contrasena"],
    ["descripcion", description],
    ["quien", "EKU9003173C9"],
    ["correo", `cliente-${randomInt(1_000_000_000)}@example.com`],
    ["liga", "https://compras.hib2b.example.com"],
  ];
  const parts = values.map(([name, value]) => part(`name="${name}"`, value));
  const file = part(`name="adjuntos"; filename=""\r\nContent-Type: application/octet-stream`, "");
  return `${parts.join("")}${file}--${boundary}--\r\n`;
}

function part(head: string, value: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
}

/** An address on the network that nobody has (RFC 2544): each filing comes from another one. */
export function sourceAddress(): string {
  return `198.18.${randomInt(256)}.${randomInt(256)}`;
}

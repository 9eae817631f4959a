import type { OutgoingMail } from "../../src/desk/effects.ts";

/** A message as somebody's program writes it: a header that is said again replaces the usual one. */
export function rawMail(
  headers: Readonly<Record<string, string>> = {},
  text = "No puedo entrar al portal.",
): Buffer {
  const all = {
    From: "Ana Pérez <ana@cliente.example.com>",
    To: "soporte@hib2b.example.com",
    Subject: "No entra al portal",
    "Content-Type": "text/plain; charset=utf-8",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${text}\r\n`);
}

/** A message with files beside its text. */
export function rawMailWith(
  files: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Uint8Array;
    readonly inline?: boolean;
  }[],
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const parts = [
    "Content-Type: text/plain; charset=utf-8\r\n\r\nVa lo que pidieron.",
    ...files.map(({ name, type, content, inline = false }) =>
      [
        `Content-Type: ${type}; name="${name}"`,
        `Content-Disposition: ${inline ? "inline" : "attachment"}; filename="${name}"`,
        ...(inline ? [`Content-ID: <${name}@cliente.example.com>`] : []),
        "Content-Transfer-Encoding: base64",
        "",
        Buffer.from(content).toString("base64"),
      ].join("\r\n"),
    ),
  ];
  const body = parts.map((part) => `--sep\r\n${part}\r\n`).join("");
  return rawMail(
    { ...headers, "Content-Type": 'multipart/mixed; boundary="sep"' },
    `${body}--sep--`,
  );
}

/** A mail of a desk as it reaches its recipient's server. */
export function asArrived(
  mail: OutgoingMail,
  differs: Readonly<Record<string, string>> = {},
): Buffer {
  return rawMail(
    {
      From: mail.from,
      To: mail.to,
      Subject: mail.subject,
      "Message-ID": mail.messageId,
      ...(mail.references.length === 0 ? {} : { References: mail.references.join(" ") }),
      ...(mail.replyTo === null ? {} : { "Reply-To": mail.replyTo }),
      ...(mail.automatic ? { "Auto-Submitted": "auto-replied" } : {}),
      ...differs,
    },
    mail.text,
  );
}

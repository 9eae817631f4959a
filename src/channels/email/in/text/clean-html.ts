import sanitizeHtml from "sanitize-html";

const colour = /^(#[0-9a-f]{3,8}|[a-z]{3,20}|rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\))$/iu;

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "div", "span", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"],
    ...["code", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "ul", "ol", "li", "dl"],
    ...["dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "a", "img"],
  ],
  allowedAttributes: {
    a: ["href", "rel", "target"],
    img: ["src", "alt", "width", "height"],
    td: ["colspan", "rowspan"],
    th: ["colspan", "rowspan"],
    "*": ["style", "dir", "lang"],
  },
  // Nothing that is placed, sized or fetched: what is left cannot leave its frame or cover another.
  allowedStyles: {
    "*": {
      color: [colour],
      "background-color": [colour],
      "font-weight": [/^(bold|normal|[1-9]00)$/u],
      "font-style": [/^(italic|normal)$/u],
      "text-decoration": [/^(underline|line-through|none)$/u],
      "text-align": [/^(left|right|center|justify)$/u],
    },
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  // A picture is one of the message's own parts (RFC 2392); remote ones would tell who read it, and when.
  allowedSchemesByTag: { img: ["cid"] },
  allowedSchemesAppliedToAttributes: ["href", "src"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  nonTextTags: [
    "style",
    "script",
    "textarea",
    "option",
    "noscript",
    "title",
    "head",
    "object",
    "svg",
    "math",
  ],
  nestingLimit: 100,
  transformTags: {
    a: sanitizeHtml.simpleTransform("a", { rel: "noopener noreferrer nofollow", target: "_blank" }),
  },
  exclusiveFilter: ({ tag, attribs }) =>
    tag === "img" && !(attribs["src"] ?? "").toLowerCase().startsWith("cid:"),
};

/** HTML from outside by an allow-list: no script, form, frame or remote content, no style that places or hides. */
export function cleanHtml(html: string): string {
  return sanitizeHtml(html, options).trim();
}

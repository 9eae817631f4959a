/** JSON of any kind. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

/** A schema of the description (JSON Schema 2020-12, as OpenAPI 3.1 takes it). */
export type Schema = { readonly [name: string]: Json };

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

/** What is sent or answered, by its type of content. */
export type Content = Readonly<
  Record<string, { readonly schema: Schema; readonly example?: Json } | undefined>
>;

/** An answer of an operation. */
export interface Answer {
  readonly description: string;
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, { description: string; schema: Schema }>>;
  /** The codes of problems that come with it. */
  readonly "x-codes"?: readonly string[];
}

/** One operation: a method at a path. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Answer | Shared>>;
}

/** An answer that many operations share, by where it stands. */
export interface Shared {
  readonly $ref: string;
}

/** An answer of an operation, wherever it stands; undefined: it has none of that status. */
export function answerOf(
  { components }: Pick<Description, "components">,
  { responses }: Pick<Operation, "responses">,
  status: string,
): Answer | undefined {
  const found = responses[status];
  if (found === undefined || !("$ref" in found)) return found;
  return components.responses[found.$ref.split("/").at(-1) ?? ""];
}

/** The methods that the API has. */
export type Method = "get" | "post";

/** The description of the API (OpenAPI 3.1), as far as this program writes and reads it. */
export interface Description {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Answer>>;
    readonly securitySchemes: Readonly<Record<string, Schema>>;
  };
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
}

/** An operation with where it is. */
export interface Placed {
  readonly path: string;
  readonly method: Method;
  readonly operation: Operation;
}

/** Every operation, in the order of its address. */
export function operationsOf({ paths }: Pick<Description, "paths">): readonly Placed[] {
  return Object.entries(paths).flatMap(([path, at]) =>
    (["get", "post"] as const).flatMap((method) => {
      const operation = at[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

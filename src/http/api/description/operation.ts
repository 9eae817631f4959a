import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import type {
  Answer,
  Content,
  Operation,
  Parameter,
  Schema,
} from "../../../contract/api-description.ts";
import type { Schemas, Side } from "./schemas.ts";

/** A route as its own description: parameters, what is sent, what is answered where all goes well. */
export function operationOf(route: RouteConfig, schemas: Schemas): Operation {
  const { operationId = "", summary = "", request = {}, responses } = route;
  const parameters = [
    ...parametersOf(request.params, "path", schemas),
    ...parametersOf(request.query, "query", schemas),
    ...parametersOf(request.headers, "header", schemas),
  ];
  const { body } = request;
  const answers = Object.entries(responses).filter(([status]) => /^[23]/u.test(status));
  return {
    operationId,
    summary,
    tags: [],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: contentOf(body.content as Described, "input", schemas),
          },
        }),
    responses: Object.fromEntries(
      answers.map(([status, answer]) => [status, answerOf(answer, schemas)]),
    ),
  };
}

function answerOf(answer: RouteConfig["responses"][string], schemas: Schemas): Answer {
  const { description = "", content } = answer as {
    readonly description?: string;
    readonly content?: Described;
  };
  return content === undefined
    ? { description }
    : { description, content: contentOf(content, "output", schemas) };
}

type Described = Readonly<Record<string, { readonly schema: unknown } | undefined>>;

function contentOf(content: Described, side: Side, schemas: Schemas): Content {
  return Object.fromEntries(
    Object.entries(content).map(([type, described]) => {
      const schema = described?.schema;
      return [type, { schema: schema instanceof z.ZodType ? schemas.describe(schema, side) : {} }];
    }),
  );
}

function parametersOf(
  given: unknown,
  where: Parameter["in"],
  schemas: Schemas,
): readonly Parameter[] {
  if (!(given instanceof z.ZodObject)) return [];
  return Object.entries(given.shape as Readonly<Record<string, z.ZodType>>).map(([name, one]) => {
    const schema = schemas.describe(one, "input");
    const description = one.meta()?.description ?? descriptionIn(schema);
    return {
      name,
      in: where,
      required: where === "path" || !one.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema,
    };
  });
}

function descriptionIn({ description }: Schema): string | undefined {
  return typeof description === "string" ? description : undefined;
}

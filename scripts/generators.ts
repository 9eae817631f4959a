/** A committed file that is made from the program: its path in the project, and what it must say. */
export interface Generator {
  file: string;
  make(): Promise<string>;
}

/**
 * Every generated file. `npm run generate` writes them, `npm run check` fails when one differs from
 * what its generator makes. A generator gives the same text each time: no dates, no machine's paths.
 * What it needs of the program it imports when it is asked, so that one that fails names itself.
 */
export const generators: Generator[] = [
  {
    file: "docs/reference/openapi.json",
    make: async () => (await import("./reference/openapi.ts")).openapiJson(),
  },
  {
    file: "clients/typescript/types.ts",
    make: async () => (await import("./reference/client.ts")).clientTypes(),
  },
  {
    file: "docs/reference/policy.schema.json",
    make: async () => (await import("../src/cli/policy-schema.ts")).policySchemaJson(),
  },
  {
    file: "docs/reference/coverage.md",
    make: async () => (await import("./reference/coverage.ts")).coveragePage(),
  },
  {
    file: "docs/reference/scenario.schema.json",
    make: async () => (await import("../src/cli/scenario-schema.ts")).scenarioSchemaJson(),
  },
  {
    file: "docs/reference/authorisation.md",
    make: async () => (await import("./reference/authorisation.ts")).authorisationPage(),
  },
  {
    file: "docs/reference/refusals.md",
    make: async () => (await import("./reference/refusals.ts")).refusalsPage(),
  },
];

/** A committed file that is made from the program: its path in the project, and what it must say. */
export interface Generator {
  file: string;
  make(): Promise<string>;
}

/**
 * Every generated file. `npm run generate` writes them, `npm run check` fails when one differs from
 * what its generator makes. A generator gives the same text each time: no dates, no machine's paths.
 */
export const generators: Generator[] = [];

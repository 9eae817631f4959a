import { expect, test } from "vitest";
import { withClient } from "../../src/store/connect.ts";
import { freshDatabase } from "../kit/database.ts";
import { schemaText } from "./schema-text.ts";

// After a migration: npm test -- test/reference -u
test("docs/reference/schema.sql is what the migrations make", async () => {
  const database = await freshDatabase();
  const text = await withClient(database.connection, "owner", schemaText);
  await database.close();
  expect(text).toContain("table ticket (");
  await expect(text).toMatchFileSnapshot("../../docs/reference/schema.sql");
});

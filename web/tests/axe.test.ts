// Accessibility: no violation that axe knows of, in any view, width and colour scheme.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { addresses, Site, WIDTHS, type Scheme, type Width } from "./site.ts";

let site: Site;
let hashes: Record<string, string>;
before(async () => {
  site = await Site.open();
  hashes = await addresses(site);
});
after(() => site?.close());

for (const width of Object.keys(WIDTHS) as Width[]) {
  for (const scheme of ["light", "dark"] as Scheme[]) {
    test(`no violation on a ${width} in ${scheme} colours`, async () => {
      const found: string[] = [];
      for (const [name, hash] of Object.entries(hashes)) {
        const { page, close } = await site.visit(hash, width, scheme, name === "evidence" && !!site.token);
        const { violations, passes } = await new AxeBuilder({ page: page as never }).analyze();
        for (const { id, nodes } of violations) {
          found.push(`${name}: ${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
        }
        assert.ok(passes.length > 10, "axe looked at the page");
        await close();
      }
      assert.deepEqual(found, []);
    });
  }
}

// Pictures of each view of the example ledger, for docs/screenshots: build.sh screenshots
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Site, type Scheme, type Width } from "../tests/site.ts";

interface Listed {
  lines: { id: string; members?: unknown[] }[];
}

const OUT = join(import.meta.dirname, "../../docs/screenshots");
const SHOTS: [Width, Scheme][] = [
  ["desk", "light"],
  ["desk", "dark"],
  ["phone", "light"],
];

const site = await Site.open();
try {
  const measures = await site.get<Listed>("/measures?actor=PRT&other=MAR&kind=tariff&limit=1");
  const views: Record<string, string> = {
    world: "#/world",
    dossier: "#/dossier/PRT/MAR",
    timeline: "#/timeline/PRT/MAR",
    evidence: `#/evidence/${measures.lines[0]?.id ?? ""}`,
    read: "#/read",
    search: "#/search?q=consulate",
  };
  mkdirSync(OUT, { recursive: true });
  for (const [width, scheme] of SHOTS) {
    for (const [name, hash] of Object.entries(views)) {
      const { page, close } = await site.visit(hash, width, scheme);
      await page.screenshot({ path: join(OUT, `${name}-${width}-${scheme}.png`) });
      await close();
    }
  }
} finally {
  await site.close();
}

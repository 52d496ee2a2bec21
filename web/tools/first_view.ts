// How long the first view takes, in new windows on the example ledger: build.sh first-view
// Figures, not a test: they depend on the machine.
import { Site } from "../tests/site.ts";

const RUNS = 5;

const site = await Site.open();
try {
  for (let run = 1; run <= RUNS; ++run) {
    const { page, close } = await site.visit("");
    const drawn = await page.evaluate(() => {
      const paints = performance.getEntriesByType("paint");
      const asked = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const answers = asked.filter(({ name }) => /\/api\/v1\/|world\.json/.test(name));
      return {
        paint: Math.max(...paints.map(({ startTime }) => startTime)),
        data: Math.max(...answers.map(({ responseEnd }) => responseEnd)),
      };
    });
    console.log(`run ${run}: first paint ${Math.round(drawn.paint)} ms, all data ${Math.round(drawn.data)} ms`);
    await close();
  }
} finally {
  await site.close();
}

// Files that the page hands out: what is on the screen, and what the server gives.
export function save(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const STYLES = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "opacity", "font-size",
  "font-family", "font-weight", "font-style", "text-anchor", "dominant-baseline", "visibility",
  "fill-opacity", "stroke-opacity", "paint-order",
];

// The plot with the look that it has now, able to stand alone. As attributes: the server forbids
// inline styles.
function standalone(plot: SVGSVGElement): string {
  const copy = plot.cloneNode(true) as SVGSVGElement;
  const originals = [plot, ...plot.querySelectorAll<SVGElement>("*")];
  [copy, ...copy.querySelectorAll<SVGElement>("*")].forEach((element, index) => {
    const look = getComputedStyle(originals[index]!);
    element.removeAttribute("class");
    for (const name of STYLES) element.setAttribute(name, look.getPropertyValue(name));
  });
  const { width, height } = plot.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const paper = getComputedStyle(document.body).backgroundColor;
  const view = copy.viewBox.baseVal;
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const box = { x: view.x, y: view.y, width: view.width, height: view.height, fill: paper };
  for (const [name, value] of Object.entries(box)) sheet.setAttribute(name, String(value));
  copy.prepend(sheet);
  return new XMLSerializer().serializeToString(copy);
}

export function saveSvg(plot: SVGSVGElement, name: string): void {
  save(name + ".svg", "image/svg+xml", standalone(plot));
}

export async function savePng(plot: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = plot.getBoundingClientRect();
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(standalone(plot));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(name + ".png", "image/png", blob));
}

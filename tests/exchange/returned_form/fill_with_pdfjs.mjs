// Fills in a form the way Firefox does: node fill_with_pdfjs.mjs FOLDER-OF-PDFJS FORM RESULT '{"field": "value"}'
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [folder, form, result, values] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(join(folder, "legacy", "build", "pdf.mjs")).href);
const task = getDocument({
  data: new Uint8Array(readFileSync(form)),
  standardFontDataUrl: join(folder, "standard_fonts") + "/",
  verbosity: 0,
});
const document = await task.promise;
const fields = await document.getFieldObjects();
for (const [name, value] of Object.entries(JSON.parse(values))) {
  for (const widget of fields[name].filter((item) => item.id)) {
    const isOption = widget.type === "radiobutton";
    document.annotationStorage.setValue(widget.id, { value: isOption ? widget.exportValues === value : value });
  }
}
writeFileSync(result, await document.saveDocument());
await task.destroy();

import PDFDocument from 'pdfkit';
import {
  defaultStrokeWidth,
  listLeaves,
  mmPerPoint,
  type PathStep,
  type Scene,
  type SceneNode,
  type SceneText,
} from '../../renderer/figures/scene.ts';
import { type FigureFonts, loadFigureFonts } from './figure-fonts.ts';
import { checkFonts, layOutRuns } from './figure-text.ts';

/** A date must stand in the file; a fixed one lets the same study give the same bytes. */
const creationDate = new Date(Date.UTC(2000, 0, 1));

type Pdf = InstanceType<typeof PDFDocument>;

/**
 * Writes a scene as a PDF of one page in the scene's size: vectors, text as text, only the glyphs used embedded.
 * Throws a FigureFontError when no font can draw a character. The same scene and fonts give the same bytes.
 */
export async function writeFigurePdf(scene: Scene, fontFolder: string): Promise<Uint8Array> {
  const fonts = loadFigureFonts(fontFolder);
  checkFonts(scene, fonts);
  const pdf = createDocument(scene, fonts);
  const bytes = collectBytes(pdf);
  // One unit is a millimetre from here on, except for text sizes, which the scale is taken back from.
  pdf.scale(1 / mmPerPoint);
  if (scene.background) pdf.rect(0, 0, scene.width, scene.height).fill(scene.background);
  for (const node of listLeaves(scene.children)) drawNode(pdf, node, fonts);
  pdf.end();
  return bytes;
}

function createDocument(scene: Scene, fonts: FigureFonts): Pdf {
  const pdf = new PDFDocument({
    size: [scene.width / mmPerPoint, scene.height / mmPerPoint],
    margin: 0,
    autoFirstPage: false,
    displayTitle: true,
    pdfVersion: '1.7',
    // pdfkit opens Helvetica from a file of its own unless another font is named at once; it takes bytes as well as
    // a path, which its types do not say.
    font: fonts[400].bytes as unknown as string,
    info: {
      Title: scene.title,
      Subject: scene.description,
      Creator: 'Casebench',
      Producer: 'Casebench',
      CreationDate: creationDate,
    },
  });
  pdf.addPage();
  return pdf;
}

function drawNode(pdf: Pdf, node: Exclude<SceneNode, { kind: 'group' }>, fonts: FigureFonts): void {
  if (node.kind === 'text') {
    drawText(pdf, node, fonts);
    return;
  }
  outline(pdf, node);
  const { fill, stroke } = node;
  if (stroke) pdf.lineWidth(node.strokeWidth ?? defaultStrokeWidth);
  if (fill && stroke) pdf.fillAndStroke(fill, stroke);
  else if (fill) pdf.fill(fill);
  else if (stroke) pdf.stroke(stroke);
}

function outline(pdf: Pdf, node: Exclude<SceneNode, { kind: 'group' | 'text' }>): void {
  switch (node.kind) {
    case 'rect':
      if (node.radius) pdf.roundedRect(node.x, node.y, node.width, node.height, node.radius);
      else pdf.rect(node.x, node.y, node.width, node.height);
      break;
    case 'line':
      pdf.moveTo(node.x1, node.y1).lineTo(node.x2, node.y2);
      break;
    case 'circle':
      pdf.circle(node.cx, node.cy, node.r);
      break;
    case 'path':
      for (const step of node.steps) takeStep(pdf, step);
  }
}

function takeStep(pdf: Pdf, step: PathStep): void {
  switch (step[0]) {
    case 'M':
      pdf.moveTo(step[1], step[2]);
      break;
    case 'L':
      pdf.lineTo(step[1], step[2]);
      break;
    case 'C':
      pdf.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
      break;
    case 'Z':
      pdf.closePath();
  }
}

function drawText(pdf: Pdf, text: SceneText, fonts: FigureFonts): void {
  for (const run of layOutRuns(text, fonts)) {
    pdf.save();
    pdf.translate(run.x, text.y).scale(mmPerPoint * run.scale, mmPerPoint, { origin: [0, 0] });
    pdf.registerFont(run.source.id, run.source.bytes, run.source.member).font(run.source.id, text.sizePt);
    // An empty list of features makes pdfkit shape the run as a whole; without it, words of Arabic come in reverse order.
    pdf.fillColor(text.fill).text(run.text, 0, 0, { lineBreak: false, baseline: 'alphabetic', features: [] });
    pdf.restore();
  }
}

function collectBytes(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}

/** pdfjs-dist describes its main module only. Loading the worker's registers it, and nothing of it is called here. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';

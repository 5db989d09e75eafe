declare module '*.sql?raw' {
  const sql: string;
  // biome insists on named exports elsewhere; this one is Vite's own shape for a file imported as text.
  export default sql;
}

/** `version`, `encoder` and `routes`, as in every router.yaml. */
const headLines = 3;

/** `name` and the line that opens the list of texts. */
const linesPerRoute = 2;

/** Lines of a router.yaml, or of a keyword table of the same shape, with one text a line. */
export function routeFileLines(textsPerRoute: readonly number[]): number {
  return textsPerRoute.reduce((sum, texts) => sum + linesPerRoute + texts, headLines);
}

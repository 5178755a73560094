import type { Encoder } from '@sr/core';

export interface Agreement {
  readonly meanCosine: number;
  readonly leastCosine: number;
}

const textsPerCall = 64;

/** How near an encoder's rows are to those of the unquantised model; references[i] belongs to texts[i]. */
export async function compareRows(
  encoder: Encoder,
  texts: readonly string[],
  references: readonly Float32Array[],
): Promise<Agreement> {
  const cosines: number[] = [];
  for (let start = 0; start < texts.length; start += textsPerCall) {
    const part = texts.slice(start, start + textsPerCall);
    const rows = await encoder.encode(part);
    part.forEach((_, i) => {
      const row = rows.subarray(i * encoder.dimensions, (i + 1) * encoder.dimensions);
      cosines.push(cosine(row, references[start + i]!));
    });
  }
  return {
    meanCosine: cosines.reduce((sum, value) => sum + value, 0) / cosines.length,
    leastCosine: Math.min(...cosines),
  };
}

// References are rounded to float16, so their length is not quite 1.
function cosine(a: Float32Array, b: Float32Array): number {
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

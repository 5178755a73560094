"""The numbers about the artefact, as the TypeScript file that the package reads them from."""

from pathlib import Path

from bert import DIMENSIONS, MAX_TOKENS, PAD_ID
from check import Drift, Fidelity
from checksum import sha256_of
from source_model import WEIGHTS_SHA256


def write_artefact_typescript(
    target: Path, model: Path, tokenizer: Path, fidelity: Fidelity, drift: Drift
) -> None:
    """Every number that index.ts exports and that README.md repeats."""
    target.parent.mkdir(exist_ok=True)
    target.write_text(
        f"""\
// Written by build/build_artefact.py; run the build instead of editing.

export const artefact = {{
  dimensions: {DIMENSIONS},
  maxTokens: {MAX_TOKENS},
  padId: {PAD_ID},
  modelBytes: {_grouped(model.stat().st_size)},
  tokenizerBytes: {_grouped(tokenizer.stat().st_size)},
  sha256: {{
    model: '{sha256_of(model)}',
    tokenizer: '{sha256_of(tokenizer)}',
    sourceWeights: '{WEIGHTS_SHA256}',
  }},
  /** CLINC150 valid, each text alone, against the unquantised weights in float64. */
  cosineToSource: {{ texts: {_grouped(fidelity.texts)}, mean: {fidelity.mean:.4f}, least: {fidelity.least:.4f} }},
  /** CLINC150 valid and the prompts in padded batches; `promised` adds a margin. */
  batchDrift: {{ texts: {_grouped(drift.texts)}, measured: {drift.measured:.5f}, promised: {drift.promised} }},
}} as const;
""",
        encoding='utf-8',
    )


def _grouped(number: int) -> str:
    return f'{number:_}'

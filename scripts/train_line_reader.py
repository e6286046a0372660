"""Trains the line reader with PyTorch: on a graphics card, or on processors that calculate in bfloat16.

The strips come from `npm run strips`; the weights go back into the project's own format. Network, loss and learning rate
are those of src/reader/line and src/reader/training: change both together.

    python scripts/train_line_reader.py --strips out/strips --validation out/strips-validation --out out/line-reader

Strips may still be made while it runs: every pass takes those that are there. A stopped training resumes at its last
checkpoint.
"""

import argparse
import json
import math
import os
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

HEIGHT = 48
STRIDE = 4
MAX_CONTRAST = 4
SYMBOLS = "0123456789.,-/:%+=×()'$€# "
OUTPUT_CHANNELS = len(SYMBOLS) + 1
EPSILON = 1e-3

# Name, rows and columns of the filter, channels in and out, strides down and right: in the order of the weights' file.
UNITS = [
    ("half1", 5, 5, 1, 24, 2, 2),
    ("quarter1", 3, 3, 24, 48, 2, 2),
    ("quarter2", 3, 3, 48, 48, 1, 1),
    ("quarter3", 3, 3, 48, 48, 1, 1),
    ("eighth1", 3, 3, 48, 96, 2, 1),
    ("eighth2", 3, 3, 96, 96, 1, 1),
    ("eighth3", 3, 3, 96, 96, 1, 1),
    ("sixteenth", 3, 3, 96, 128, 2, 1),
    ("column", 3, 3, 128, 160, 3, 1),
    ("context1", 1, 5, 160, 160, 1, 1),
    ("context2", 1, 5, 160, 160, 1, 1),
    ("context3", 1, 5, 160, 160, 1, 1),
]
RESIDUAL = {"quarter2", "quarter3", "eighth2", "eighth3", "context1", "context2", "context3"}
# The units after which whole channels are left out while the network learns, and how many.
DROPPED, DROPOUT = {"eighth3", "column"}, 0.05


class Unit(nn.Module):
    """A convolution whose values are normalised."""

    def __init__(self, rows: int, columns: int, come: int, go: int, down: int, right: int):
        super().__init__()
        self.filter = nn.Conv2d(come, go, (rows, columns), (down, right), bias=False)
        self.normalise = nn.BatchNorm2d(go, eps=EPSILON)
        # As TensorFlow pads: the odd pixel goes to the right and below.
        down, right = max(rows - down, 0), max(columns - right, 0)
        self.padding = (right // 2, right - right // 2, down // 2, down - down // 2)
        nn.init.normal_(self.filter.weight, std=math.sqrt(2 / (rows * columns * come)))

    def forward(self, x: Tensor) -> Tensor:
        return self.normalise(self.filter(F.pad(x, self.padding)))


class LineReader(nn.Module):
    """From strips, [count, 1, 48, width], to logits, [count, width / 4, OUTPUT_CHANNELS]."""

    def __init__(self):
        super().__init__()
        self.units = nn.ModuleDict({name: Unit(*shape) for name, *shape in UNITS})
        self.answers = nn.Conv2d(160, OUTPUT_CHANNELS, 1)
        nn.init.normal_(self.answers.weight, std=0.01)
        nn.init.zeros_(self.answers.bias)

    def forward(self, x: Tensor) -> Tensor:
        for name, unit in self.units.items():
            value = torch.relu(unit(x))
            if self.training and name in DROPPED:
                value = F.dropout2d(value, DROPOUT)
            x = x + value if name in RESIDUAL else value
        return self.answers(x).squeeze(2).transpose(1, 2)


def folded(reader: LineReader):
    """The filters, [rows, columns, in, out], and biases with normalisation worked in, in the order of the file."""
    for name, *_ in UNITS:
        unit = reader.units[name]
        n = unit.normalise
        factor = n.weight / torch.sqrt(n.running_var + EPSILON)
        yield (unit.filter.weight * factor[:, None, None, None]).permute(2, 3, 1, 0)
        yield n.bias - n.running_mean * factor
    yield reader.answers.weight.permute(2, 3, 1, 0)
    yield reader.answers.bias


def write_weights(reader: LineReader, path: Path) -> None:
    values = np.concatenate([part.detach().cpu().numpy().ravel() for part in folded(reader)])
    unfinished = path.with_suffix(".part")
    values.astype("<f2").tofile(unfinished)
    os.replace(unfinished, path)


def read_strips(folders: list[Path]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Strips, [48, width], and the numbers of their symbols."""
    numbers = {symbol: index + 1 for index, symbol in enumerate(SYMBOLS)}
    strips = []
    for folder in folders:
        for labels in sorted(folder.glob("strips-*.json")):
            values = np.fromfile(labels.with_suffix(".bin"), dtype=np.int8)
            at = 0
            for strip in json.loads(labels.read_text())["strips"]:
                size = HEIGHT * strip["width"]
                text = np.array([numbers[symbol] for symbol in strip["text"]], np.int64)
                strips.append((values[at : at + size].reshape(HEIGHT, -1), text))
                at += size
    return strips


def batches_of(strips: list, count: int, random: np.random.Generator) -> list[list]:
    """Strips of like width together, in random order."""
    order = sorted(range(len(strips)), key=lambda index: strips[index][0].shape[1] + random.uniform(0, 24))
    batches = [[strips[index] for index in order[at : at + count]] for at in range(0, len(order), count)]
    random.shuffle(batches)
    return batches


def laid_out(batch: list) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pictures, [count, 1, 48, width], how many columns of answers each has, all texts, how long each is."""
    width = STRIDE * math.ceil(max(strip.shape[1] for strip, _ in batch) / STRIDE)
    pictures = np.zeros((len(batch), 1, HEIGHT, width), np.float32)
    for index, (strip, _) in enumerate(batch):
        pictures[index, 0, :, : strip.shape[1]] = strip
    pictures *= MAX_CONTRAST / 127
    return (
        torch.from_numpy(pictures),
        torch.tensor([strip.shape[1] // STRIDE for strip, _ in batch]),
        torch.from_numpy(np.concatenate([text for _, text in batch])),
        torch.tensor([len(text) for _, text in batch]),
    )


def seen_otherwise(pictures: Tensor, random: np.random.Generator) -> Tensor:
    """Strips a little wider or narrower, higher or lower, leaning, moved, fainter, noisier, with some columns hidden."""
    count, _, height, width = pictures.shape
    matrix = np.zeros((count, 2, 3), np.float32)
    matrix[:, 0, 0] = np.exp(random.uniform(-0.02, 0.16, count))
    matrix[:, 0, 2] = matrix[:, 0, 0] - 1  # the strip stays at its left border
    matrix[:, 0, 1] = random.normal(0, 0.12, count) * height / width
    matrix[:, 1, 1] = np.exp(random.uniform(-0.12, 0.12, count))
    matrix[:, 1, 2] = random.normal(0, 0.06, count)
    grid = F.affine_grid(torch.from_numpy(matrix), list(pictures.shape), align_corners=False)
    moved = F.grid_sample(pictures, grid, align_corners=False)
    gain = torch.from_numpy(np.exp(random.uniform(-0.45, 0.3, (count, 1, 1, 1))).astype(np.float32))
    noise = torch.from_numpy((random.uniform(0, 0.45, (count, 1, 1, 1)) * (random.random((count, 1, 1, 1)) < 0.35)).astype(np.float32))
    moved = moved * gain + noise * torch.randn_like(moved)
    for index in np.flatnonzero(random.random(count) < 0.12):
        left = int(random.integers(0, width - 4))
        moved[index, :, :, left : left + int(random.integers(1, 4))] = float(random.normal(0, 1))
    return moved


def one_cycle(step: int, steps: int, peak: float, warm_up: float) -> float:
    summit = warm_up * (steps - 1)
    first, last, share = (
        (peak / 25, peak, step / summit) if step < summit else (peak, peak / 1e4, (step - summit) / (steps - 1 - summit))
    )
    return last + (first - last) * (1 + math.cos(math.pi * share)) / 2


def greedy(answers: np.ndarray) -> list[int]:
    best = [int(value) for value in answers]
    return [value for at, value in enumerate(best) if value != 0 and (at == 0 or best[at - 1] != value)]


@torch.no_grad()
def validate(reader: LineReader, strips: list, dtype) -> dict:
    """The share of lines that are read right as a whole, and with digits alone."""
    reader.eval()
    right = digits = 0
    for batch in batches_of(strips, 64, np.random.default_rng(0)):
        pictures, lengths, *_ = laid_out(batch)
        with torch.autocast("cpu", dtype=dtype):
            logits = reader(pictures)
        best = logits.float().argmax(2).numpy()
        for row, length, (_, text) in zip(best, lengths.tolist(), batch):
            read = greedy(row[:length])
            right += read == text.tolist()
            digits += [value for value in read if value <= 10] == [value for value in text.tolist() if value <= 10]
    return {"lines": round(right / len(strips), 4), "digits": round(digits / len(strips), 4)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--strips", type=Path, nargs="+", required=True, help="folders of strips to learn from")
    parser.add_argument("--real", type=Path, nargs="*", default=[], help="folders of strips of real pages")
    parser.add_argument("--real-repeats", type=int, default=4, help="how often a pass takes each strip of a real page")
    parser.add_argument("--validation", type=Path, nargs="+", required=True)
    parser.add_argument("--from", dest="origin", type=Path, help="the checkpoint of a training to go on from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=2e-3, help="the largest learning rate")
    parser.add_argument("--warm-up", type=float, default=0.08)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    dtype = torch.bfloat16
    reader, averages = LineReader(), LineReader()
    checkpoint = options.out / "checkpoint.pt"
    if options.origin:
        state = torch.load(options.origin)
        reader.load_state_dict(state["averages"])
    averages.load_state_dict(reader.state_dict())
    optimizer = torch.optim.AdamW(reader.parameters(), lr=options.rate, weight_decay=0.01)
    step, passes, history = 0, 0, []
    if checkpoint.exists():
        state = torch.load(checkpoint)
        reader.load_state_dict(state["reader"])
        averages.load_state_dict(state["averages"])
        optimizer.load_state_dict(state["optimizer"])
        step, passes, history = state["step"], state["passes"], state["history"]
    validation = read_strips(options.validation)
    started, losses, seen = time.time(), [], 0
    while step < options.steps:
        random = np.random.default_rng([options.seed, passes])
        torch.manual_seed(options.seed * 100_003 + passes)
        passes += 1
        strips = read_strips(options.strips) + options.real_repeats * read_strips(options.real)
        for batch in batches_of(strips, options.batch, random):
            if step >= options.steps:
                break
            reader.train()
            for group in optimizer.param_groups:
                group["lr"] = one_cycle(step, options.steps, options.rate, options.warm_up)
            pictures, lengths, texts, text_lengths = laid_out(batch)
            pictures = seen_otherwise(pictures, random).to(memory_format=torch.channels_last)
            with torch.autocast("cpu", dtype=dtype):
                logits = reader(pictures)
            log_probabilities = logits.float().log_softmax(2).transpose(0, 1)
            loss = F.ctc_loss(log_probabilities, texts, lengths, text_lengths, zero_infinity=True)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 2)
            optimizer.step()
            stay = min(0.999, (1 + step) / (20 + step))
            with torch.no_grad():
                for mean, value in zip(averages.state_dict().values(), reader.state_dict().values()):
                    if mean.is_floating_point():
                        mean.lerp_(value, 1 - stay)
            losses.append(loss.item())
            step += 1
            seen += len(batch)
            if step % 500 == 0 or step == options.steps:
                entry = {
                    "step": step,
                    "strips": len(strips),
                    "loss": round(float(np.mean(losses)), 4),
                    "validation": validate(averages, validation, dtype),
                    "seconds": round(time.time() - started),
                }
                losses = []
                history.append(entry)
                print(json.dumps(entry), flush=True)
                state = {
                    "reader": reader.state_dict(),
                    "averages": averages.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "step": step,
                    "passes": passes,
                    "history": history,
                }
                torch.save(state, checkpoint.with_suffix(".part"))
                os.replace(checkpoint.with_suffix(".part"), checkpoint)
                write_weights(averages, options.out / "lines.bin")
                training = {
                    "by": "scripts/train_line_reader.py",
                    "hyperparameters": {
                        "steps": options.steps,
                        "batchSize": options.batch,
                        "learningRate": options.rate,
                        "warmUp": options.warm_up,
                        "realRepeats": options.real_repeats if options.real else 0,
                        "goesOn": options.origin is not None,
                        "precision": "bfloat16",
                    },
                    "seed": options.seed,
                    "training": history,
                }
                (options.out / "training.json").write_text(json.dumps(training, indent=1))


if __name__ == "__main__":
    main()

"""Trains the page reader's detector with PyTorch: on a graphics card, or faster than elsewhere on processors that
calculate in bfloat16.

The crops come from `npm run crops`, the weights go back into the project's own format, and
`npm run train-reader -- --from FOLDER --rounds 0` makes a reader of them. Network, targets and loss are those of
src/reader/detector and src/reader/training; whatever is changed there is to be changed here.

    python scripts/train_detector.py --crops out/crops --validation out/validation --from models/reader --out out/detector

Crops may still be made while it runs: it waits for those that a step is to learn from. A stopped training goes on where
it stopped.
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

SIDE = 192
STRIDE = 4
CELLS = SIDE // STRIDE
MAX_CONTRAST = 4
TAUGHT = (15, 44)
TOLERATED = (12, 54)
BOX_UNIT = 16
SIDE_RANGE = (-4.0, 3.0)
EPSILON = 1e-3

# Name, rows and columns of the filter, channels in and out, stride: in the order of the file of weights.
UNITS = [
    ("half1", 5, 1, 16, 2),
    ("half2", 3, 16, 16, 1),
    ("quarter1", 3, 16, 48, 2),
    ("quarter2", 3, 48, 48, 1),
    ("eighth1", 3, 48, 96, 2),
    ("eighth2", 3, 96, 96, 1),
    ("eighth3", 3, 96, 96, 1),
    ("sixteenth1", 3, 96, 128, 2),
    ("sixteenth2", 3, 128, 128, 1),
    ("sixteenth3", 3, 128, 128, 1),
    ("sixteenthToEighth", 1, 128, 96, 1),
    ("eighth4", 3, 96, 96, 1),
    ("eighthToQuarter", 1, 96, 64, 1),
    ("quarterToQuarter", 1, 48, 64, 1),
    ("joined1", 3, 64, 48, 1),
    ("joined2", 3, 48, 48, 1),
]
OUTPUT_CHANNELS = 15


class Unit(nn.Module):
    """A convolution whose values are normalised."""

    def __init__(self, size: int, come: int, go: int, stride: int):
        super().__init__()
        self.filter = nn.Conv2d(come, go, size, stride, bias=False)
        self.normalise = nn.BatchNorm2d(go, eps=EPSILON)
        # As TensorFlow pads: what is odd goes to the right and below.
        both = max(size - stride, 0)
        self.padding = (both // 2, both - both // 2) * 2
        nn.init.normal_(self.filter.weight, std=math.sqrt(2 / (size**2 * come)))

    def forward(self, x: Tensor) -> Tensor:
        return self.normalise(self.filter(F.pad(x, self.padding)))


class Detector(nn.Module):
    """From pictures, [count, 1, height, width], to answers, [count, 15, height / 4, width / 4]."""

    def __init__(self):
        super().__init__()
        self.units = nn.ModuleDict(
            {name: Unit(size, come, go, stride) for name, size, come, go, stride in UNITS}
        )
        self.answers = nn.Conv2d(48, OUTPUT_CHANNELS, 1)
        nn.init.normal_(self.answers.weight, std=0.01)
        nn.init.zeros_(self.answers.bias)
        with torch.no_grad():
            self.answers.bias[0] = -3

    def forward(self, picture: Tensor, run=None) -> Tensor:
        run = run or (lambda name, x: self.units[name](x))
        relu = lambda name, x: torch.relu(run(name, x))
        residual = lambda name, x: x + relu(name, x)
        double = lambda x: F.interpolate(x, scale_factor=2, mode="nearest")
        quarter = relu("quarter2", relu("quarter1", relu("half2", relu("half1", picture))))
        eighth = residual("eighth3", residual("eighth2", relu("eighth1", quarter)))
        sixteenth = residual("sixteenth3", residual("sixteenth2", relu("sixteenth1", eighth)))
        again = residual("eighth4", torch.relu(eighth + double(run("sixteenthToEighth", sixteenth))))
        joined = torch.relu(run("quarterToQuarter", quarter) + double(run("eighthToQuarter", again)))
        return self.answers(relu("joined2", relu("joined1", joined)))


def read_weights(path: Path) -> dict[str, tuple[Tensor, Tensor]]:
    """The filters and biases of a detector that normalises no longer."""
    halves = np.fromfile(path, dtype="<f2").astype(np.float32)
    folded, at = {}, 0
    for name, size, come, go, _ in [*UNITS, ("answers", 1, 48, OUTPUT_CHANNELS, 1)]:
        count = size * size * come * go
        weight = halves[at : at + count].reshape(size, size, come, go).transpose(3, 2, 0, 1)
        folded[name] = (torch.tensor(weight.copy()), torch.tensor(halves[at + count : at + count + go]))
        at += count + go
    if at != len(halves):
        raise SystemExit(f"{path}: expected {2 * at} bytes, found {2 * len(halves)}; get or train it again")
    return folded


def write_weights(detector: Detector, path: Path) -> None:
    """Works normalisation into the filters and writes them as the project reads them."""
    parts = []
    for name, *_ in UNITS:
        unit = detector.units[name]
        n = unit.normalise
        factor = n.weight / torch.sqrt(n.running_var + EPSILON)
        parts += [
            (unit.filter.weight * factor[:, None, None, None]).permute(2, 3, 1, 0),
            n.bias - n.running_mean * factor,
        ]
    parts += [detector.answers.weight.permute(2, 3, 1, 0), detector.answers.bias]
    values = np.concatenate([part.detach().cpu().numpy().ravel() for part in parts])
    unfinished = path.with_suffix(".part")
    values.astype("<f2").tofile(unfinished)
    os.replace(unfinished, path)


@torch.no_grad()
def unfold(detector: Detector, folded: dict[str, tuple[Tensor, Tensor]], pictures: Tensor) -> None:
    """Gives each unit the normalisation that changes nothing for these pictures."""

    def run(name: str, x: Tensor) -> Tensor:
        unit = detector.units[name]
        weight, bias = folded[name]
        come, size = weight.shape[1], weight.shape[2]
        deviation = weight.square().mean((1, 2, 3)).sqrt().clamp(min=1e-6)
        # A normalised unit's filter may have any length; the rate at which it learns depends on it.
        stretch = math.sqrt(2 / (size**2 * come)) / deviation
        unit.filter.weight.copy_(weight * stretch[:, None, None, None])
        convolved = unit.filter(F.pad(x, unit.padding))
        mean, variance = convolved.mean((0, 2, 3)), convolved.var((0, 2, 3), unbiased=False)
        unit.normalise.weight.copy_((variance + EPSILON).sqrt() / stretch)
        unit.normalise.bias.copy_(bias + mean / stretch)
        unit.normalise.running_mean.copy_(mean)
        unit.normalise.running_var.copy_(variance)
        return convolved / stretch[:, None, None] + bias[:, None, None]

    detector.answers.weight.copy_(folded["answers"][0])
    detector.answers.bias.copy_(folded["answers"][1])
    detector(pictures, run)


class Crops:
    """The crops of a folder, which may still be filled."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.contrast: list[np.ndarray] = []
        self.labels: list[dict] = []

    def wait_for(self, count: int) -> None:
        while len(self.labels) < count:
            name = f"crops-{len(self.labels):07d}"
            labels = self.folder / f"{name}.json"
            if not labels.exists():
                time.sleep(2)
                continue
            crops = json.loads(labels.read_text())["crops"]
            contrast = np.fromfile(self.folder / f"{name}.bin", dtype=np.int8)
            self.contrast.extend(contrast.reshape(len(crops), SIDE, SIDE))
            self.labels.extend(
                {key: np.array(crop[key], np.float32).reshape(-1, 5 if key == "digits" else 4) for key in crop}
                for crop in crops
            )


def targets_of(digits: np.ndarray, ignored: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the network shall answer at every cell: `detectorTargets` of src, [7, 48, 48], and the digits, [48, 48]."""
    values = np.zeros((7, CELLS, CELLS), np.float32)
    classes = np.zeros((CELLS, CELLS), np.int64)
    pixel = np.arange(CELLS, dtype=np.float32) * STRIDE + STRIDE / 2 - 0.5
    if len(digits) > 0:
        x0, y0, x1, y1 = digits[:, 1:].T
        x, y = (x0 + x1) / 2 - 0.5, (y0 + y1) / 2 - 0.5
        spread = 2 * np.maximum(3.2, 0.13 * np.maximum(x1 - x0, y1 - y0)) ** 2
        near = np.exp(-((pixel[None] - y[:, None]) ** 2) / spread[:, None])[:, :, None] * np.exp(
            -((pixel[None] - x[:, None]) ** 2) / spread[:, None]
        )[:, None, :]
        cell = lambda v: np.clip(np.floor((v - pixel[0]) / STRIDE + 0.5), 0, CELLS - 1).astype(int)
        near[np.arange(len(digits)), cell(y), cell(x)] = 1
        best = near.argmax(0)
        values[0] = near.max(0)
        belongs = values[0] > 0.35
        values[2] = np.where(belongs, values[0], 0)
        classes = np.where(belongs, digits[best, 0].astype(np.int64), 0)
        px, py = pixel[None, :] + 0.5, pixel[:, None] + 0.5
        sides = [px - x0[best], py - y0[best], x1[best] - px, y1[best] - py]
        for side, value in enumerate(sides):
            values[3 + side] = np.where(belongs, np.maximum(1, value), 0)
    values[1] = 1
    for x0, y0, x1, y1 in ignored:
        inside = np.outer((pixel + 0.5 > y0) & (pixel + 0.5 < y1), (pixel + 0.5 > x0) & (pixel + 0.5 < x1))
        values[1][inside & (values[0] < 0.05)] = 0
    return values, classes


def size_of(boxes: np.ndarray) -> np.ndarray:
    return np.maximum(boxes[:, 3] - boxes[:, 1], 0.75 * (boxes[:, 2] - boxes[:, 0]))


def seen_otherwise(pictures: Tensor, labels: list[dict], random: np.random.Generator) -> tuple[Tensor, list[dict]]:
    """Crops a little larger or smaller, narrower or wider, and moved: a crop that is met again is another one."""
    count = len(labels)
    scale = np.exp(random.uniform(math.log(0.85), math.log(1.18), count))
    aspect = np.exp(random.uniform(-0.1, 0.1, count))
    sx, sy = scale * aspect, scale / aspect
    dx, dy = random.uniform(-24, 24, (2, count))
    # From places in the new picture, -1..1, to those in the old one.
    matrix = np.zeros((count, 2, 3), np.float32)
    matrix[:, 0, 0], matrix[:, 1, 1] = 1 / sx, 1 / sy
    matrix[:, 0, 2], matrix[:, 1, 2] = -dx / sx / (SIDE / 2), -dy / sy / (SIDE / 2)
    grid = F.affine_grid(torch.from_numpy(matrix), [count, 1, SIDE, SIDE], align_corners=False)
    moved = F.grid_sample(pictures, grid.to(pictures.device), align_corners=False)
    changed = []
    for index, label in enumerate(labels):
        move = lambda boxes: np.stack(
            [
                side * factor + (1 - factor) * SIDE / 2 + shift
                for side, factor, shift in zip(boxes.T, [sx[index], sy[index]] * 2, [dx[index], dy[index]] * 2)
            ],
            1,
        ).astype(np.float32)
        digits = np.concatenate([label["digits"][:, :1], move(label["digits"][:, 1:])], 1)
        ignored = move(label["ignored"])
        size = size_of(digits[:, 1:])
        shown = np.clip(digits[:, 1:], 0, SIDE)
        extent = lambda b: np.maximum(b[:, 2] - b[:, 0], 0) * np.maximum(b[:, 3] - b[:, 1], 0)
        share = extent(shown) / np.maximum(extent(digits[:, 1:]), 1)
        is_taught = (size >= TAUGHT[0]) & (size <= TAUGHT[1]) & (share > 0.98)
        is_left = (size > TOLERATED[0]) & (size < TOLERATED[1]) & ~is_taught & (share > 0)
        changed.append(
            {"digits": digits[is_taught], "ignored": np.concatenate([ignored, digits[is_left, 1:]])}
        )
    return moved, changed


def loss_of(answers: Tensor, targets: Tensor, digits: Tensor) -> tuple[Tensor, list[float]]:
    """How far answers are from their targets: `detectorLoss` of src."""
    middle, counts, certainty, sides = targets[:, 0], targets[:, 1], targets[:, 2], targets[:, 3:7]
    is_middle = (middle > 0.995).float()
    found = torch.sigmoid(answers[:, 0]).clamp(1e-4, 1 - 1e-4)
    focal = is_middle * (1 - found) ** 2 * found.log() + (1 - is_middle) * (1 - middle) ** 4 * found**2 * (
        1 - found
    ).log()
    cells = -(focal * counts).sum() / is_middle.sum().clamp(min=1)
    weight = certainty.sum().clamp(min=1)
    classes = F.cross_entropy(answers[:, 1:11], digits, reduction="none", label_smoothing=0.02)
    classes = (classes * certainty).sum() / weight
    answered = answers[:, 11:15].clamp(*SIDE_RANGE).exp() * BOX_UNIT
    extent = lambda x: (x[:, 0] + x[:, 2]) * (x[:, 1] + x[:, 3])
    common = extent(torch.minimum(sides, answered))
    union = extent(sides) + extent(answered) - common
    boxes = ((1 - common / union.clamp(min=1)) * certainty).sum() / weight
    return cells + 1.5 * classes + boxes, [part.item() for part in (cells, classes, boxes)]


def one_cycle(step: int, steps: int, peak: float, warm_up: float) -> float:
    summit = warm_up * (steps - 1)
    first, last, share = (
        (peak / 25, peak, step / summit) if step < summit else (peak, peak / 1e4, (step - summit) / (steps - 1 - summit))
    )
    return last + (first - last) * (1 + math.cos(math.pi * share)) / 2


def batch_of(crops: Crops, indices: np.ndarray, device: torch.device) -> tuple[Tensor, list[dict]]:
    pixels = torch.from_numpy(np.stack([crops.contrast[index] for index in indices]))
    pictures = pixels.to(device).float()[:, None] * (MAX_CONTRAST / 127)
    return pictures, [crops.labels[index] for index in indices]


def laid_out(labels: list[dict], device: torch.device) -> tuple[Tensor, Tensor]:
    values, digits = zip(*(targets_of(label["digits"], label["ignored"]) for label in labels))
    return torch.from_numpy(np.stack(values)).to(device), torch.from_numpy(np.stack(digits)).to(device)


@torch.no_grad()
def validate(detector: Detector, crops: Crops, device: torch.device, dtype) -> list[float]:
    detector.eval()
    parts = []
    for first in range(0, len(crops.labels), 32):
        pictures, labels = batch_of(crops, np.arange(first, min(first + 32, len(crops.labels))), device)
        with torch.autocast(device.type, dtype=dtype):
            answers = detector(pictures.to(memory_format=torch.channels_last))
        parts.append(loss_of(answers.float(), *laid_out(labels, device))[1])
    return np.mean(parts, 0).round(4).tolist()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--crops", type=Path, required=True, help="folder of crops to learn from")
    parser.add_argument("--validation", type=Path, required=True, help="folder of crops to see how far it is")
    parser.add_argument("--validation-count", type=int, default=400)
    parser.add_argument("--from", dest="origin", type=Path, help="a reader to go on from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=12_000)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--passes", type=float, default=3, help="how often a crop is learned from")
    parser.add_argument("--rate", type=float, default=1.5e-3, help="the largest learning rate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    dtype = torch.bfloat16
    options.out.mkdir(parents=True, exist_ok=True)

    crops, validation = Crops(options.crops), Crops(options.validation)
    validation.wait_for(options.validation_count)
    detector = Detector()
    if options.origin:
        crops.wait_for(128)
        pictures, _ = batch_of(crops, np.arange(128), torch.device("cpu"))
        unfold(detector, read_weights(options.origin / "weights.bin"), pictures)
    detector = detector.to(device, memory_format=torch.channels_last)
    averages = Detector().to(device, memory_format=torch.channels_last)
    averages.load_state_dict(detector.state_dict())
    filters = [p for p in detector.parameters() if p.dim() > 1]
    others = [p for p in detector.parameters() if p.dim() <= 1]
    optimizer = torch.optim.AdamW(
        [{"params": filters, "weight_decay": 1e-2}, {"params": others, "weight_decay": 0}], betas=(0.9, 0.999)
    )

    step, history, sums, started = 0, [], [], time.time()
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint)
        detector.load_state_dict(state["detector"])
        averages.load_state_dict(state["averages"])
        optimizer.load_state_dict(state["optimizer"])
        step, history = state["step"], state["history"]
    while step < options.steps:
        random = np.random.default_rng([options.seed, step])
        # What is learned from grows with the steps, so that a crop is met about as often as asked for.
        known = max(4096, int((step + 1) * options.batch / options.passes))
        crops.wait_for(min(known, 1024 * math.ceil(known / 1024)))
        newest = random.integers(max(0, known - 8192), known, options.batch // 2)
        indices = np.concatenate([newest, random.integers(0, known, options.batch - len(newest))])
        pictures, labels = batch_of(crops, indices, device)
        pictures, labels = seen_otherwise(pictures, labels, random)
        gain = random.uniform(0.7, 1.3, options.batch) * np.where(random.random(options.batch) < 0.15, -1, 1)
        pictures = pictures * torch.from_numpy(gain.astype(np.float32)).to(device)[:, None, None, None]
        for group in optimizer.param_groups:
            group["lr"] = one_cycle(step, options.steps, options.rate, 0.03)
        detector.train()
        with torch.autocast(device.type, dtype=dtype):
            answers = detector(pictures.contiguous(memory_format=torch.channels_last))
        loss, parts = loss_of(answers.float(), *laid_out(labels, device))
        if not math.isfinite(loss.item()):
            raise SystemExit(f"step {step}: the loss is {loss.item()}; try a smaller --rate")
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(detector.parameters(), 5)
        optimizer.step()
        stay = min(0.999, (1 + step) / (20 + step))
        with torch.no_grad():
            for mean, value in zip(averages.state_dict().values(), detector.state_dict().values()):
                if mean.is_floating_point():
                    mean.lerp_(value, 1 - stay)
        sums.append(parts)
        step += 1
        if step % 250 == 0 or step == options.steps:
            entry = {
                "step": step,
                "crops": known,
                "loss": np.mean(sums, 0).round(4).tolist(),
                "validation": validate(averages, validation, device, dtype),
                "seconds": round(time.time() - started),
            }
            sums = []
            history.append(entry)
            print(json.dumps(entry), flush=True)
            state = {
                "detector": detector.state_dict(),
                "averages": averages.state_dict(),
                "optimizer": optimizer.state_dict(),
                "step": step,
                "history": history,
            }
            torch.save(state, checkpoint.with_suffix(".part"))
            os.replace(checkpoint.with_suffix(".part"), checkpoint)
            write_weights(averages, options.out / "weights.bin")
            training = {
                "by": "scripts/train_detector.py",
                "hyperparameters": {
                    "steps": options.steps,
                    "batchSize": options.batch,
                    "passes": options.passes,
                    "learningRate": options.rate,
                    "from": options.origin.name if options.origin else None,
                    "precision": "bfloat16",
                    "device": device.type,
                },
                "seed": options.seed,
                "training": history,
            }
            (options.out / "training.json").write_text(json.dumps(training, indent=1))


if __name__ == "__main__":
    main()

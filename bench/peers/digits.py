"""What the scripts share: MNIST's digits, the time since the process started, and how figures are told."""

import gzip
import json
import os
import time

import numpy as np


def read_idx(path, offset):
    packed = not os.path.exists(path)
    with gzip.open(f"{path}.gz") if packed else open(path, "rb") as file:
        return np.frombuffer(file.read(), np.uint8, offset=offset)


def read_digits(folder, part):
    """The images of `train` or `t10k`, ink in 0..1, [count, 28, 28], and their labels, [count]."""
    images = read_idx(f"{folder}/{part}-images-idx3-ubyte", 16).reshape(-1, 28, 28)
    labels = read_idx(f"{folder}/{part}-labels-idx1-ubyte", 8)
    return images.astype(np.float32) / 255, labels.astype(np.int64)


def read_digit(path):
    """One image of 28x28 bytes, ink in 0..1."""
    return np.fromfile(path, np.uint8).reshape(28, 28).astype(np.float32) / 255


def seconds_since_start():
    return time.time() - float(os.environ["BENCH_STARTED"])


def seed():
    return int(os.environ["BENCH_SEED"])


def tell(**figures):
    print(json.dumps(figures))


def measure_classifying(classify, images):
    """Tells how fast all images are classified, and how long each takes that comes alone; both warm."""

    def seconds(passes, action):
        action()
        times = []
        for _ in range(passes):
            start = time.perf_counter()
            action()
            times.append(time.perf_counter() - start)
        return float(np.median(times))

    alone = [images[index : index + 1] for index in range(300)]
    tell(
        imagesPerSecond=len(images) / seconds(5, lambda: classify(images)),
        milliseconds=1000 / len(alone) * seconds(3, lambda: [classify(image) for image in alone]),
    )

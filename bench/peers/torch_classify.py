"""Classifies the test digits, warm. Argument: MNIST's folder."""

import sys

import torch
from digits import measure_classifying
from torch_network import build, read_tensors

images, _ = read_tensors(sys.argv[1], "t10k")
model = build().eval()


def classify(images):
    # Batches of 200: larger ones take longer, the more so the larger they are.
    return torch.cat([model(batch).softmax(1) for batch in images.split(200)]).numpy()


with torch.inference_mode():
    measure_classifying(classify, images)

"""What the PyTorch scripts share: tensors, the network of 34,826 parameters, and evaluation."""

import os

import torch
from digits import read_digits
from torch import nn

torch.set_num_threads(os.cpu_count())


def channels_last(images):
    return torch.from_numpy(images)[:, None].contiguous(memory_format=torch.channels_last)


def read_tensors(folder, part):
    images, labels = read_digits(folder, part)
    return channels_last(images), torch.from_numpy(labels)


def build():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Dropout(0.5),
        nn.Linear(1600, 10),
    ).to(memory_format=torch.channels_last)


def train(model, optimizer, images, labels, batch_size, after_step=lambda: None):
    model.train()
    for batch in torch.randperm(len(images)).split(batch_size):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(images[batch]), labels[batch]).backward()
        optimizer.step()
        after_step()


def accuracy(model, images, labels):
    """The share of right answers, in per cent."""
    model.eval()
    with torch.inference_mode():
        right = [(model(x).argmax(1) == y).sum() for x, y in zip(images.split(200), labels.split(200))]
    return 100 * sum(right).item() / len(images)

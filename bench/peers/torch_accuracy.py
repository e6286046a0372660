"""Trains PyTorch's MNIST example until 99 % of the test digits are right. Argument: MNIST's folder."""

import sys

import torch
from digits import seconds_since_start, seed, tell
from torch import nn
from torch_network import accuracy, read_tensors, train


def normalize(images):
    return (images - 0.1307) / 0.3081


torch.manual_seed(seed())
images, labels = read_tensors(sys.argv[1], "train")
images = normalize(images)
# Cross-entropy of logits, as `train` calculates it, is the example's log softmax and likelihood in one.
model = nn.Sequential(
    nn.Conv2d(1, 32, 3),
    nn.ReLU(inplace=True),
    nn.Conv2d(32, 64, 3),
    nn.ReLU(inplace=True),
    nn.MaxPool2d(2),
    nn.Dropout(0.25),
    nn.Flatten(),
    nn.Linear(9216, 128),
    nn.ReLU(inplace=True),
    nn.Dropout(0.5),
    nn.Linear(128, 10),
).to(memory_format=torch.channels_last)
optimizer = torch.optim.Adadelta(model.parameters(), lr=1)
schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.7)
evaluating = 0
for epoch in range(1, 16):
    train(model, optimizer, images, labels, 64)
    schedule.step()
    trained = seconds_since_start()
    test_images, test_labels = read_tensors(sys.argv[1], "t10k")
    right = accuracy(model, normalize(test_images), test_labels)
    if right >= 99:
        tell(seconds=trained - evaluating, accuracy=right, epochs=epoch)
        break
    evaluating += seconds_since_start() - trained
else:
    sys.exit(f"expected 99 % of the test digits right, found {right:.2f} % after {epoch} epochs")

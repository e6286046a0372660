"""Trains the preset `quick` of src/model/presets.ts with PyTorch. Argument: MNIST's folder."""

import sys

import torch
from digits import seconds_since_start, seed, tell
from torch import nn
from torch_network import accuracy, read_tensors, train

EPOCHS, BATCH_SIZE, PEAK = 2, 256, 0.01

torch.manual_seed(seed())
images, labels = read_tensors(sys.argv[1], "train")
images, labels = images[:55000], labels[:55000]  # the others are for validation there
model = nn.Sequential(
    nn.Conv2d(1, 24, 5),
    nn.MaxPool2d(2),
    nn.ReLU(inplace=True),
    nn.Conv2d(24, 32, 3),
    nn.MaxPool2d(2),
    nn.ReLU(inplace=True),
    nn.Flatten(),
    nn.Linear(800, 256),
    nn.ReLU(inplace=True),
    nn.Linear(256, 10),
).to(memory_format=torch.channels_last)
for layer in model:
    if hasattr(layer, "weight"):
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)
optimizer = torch.optim.Adam(model.parameters(), lr=PEAK, betas=(0.7, 0.9), eps=1e-7)
# The schedule of src/model/schedule.ts: from a 25th of the peak down to a ten-thousandth.
schedule = torch.optim.lr_scheduler.OneCycleLR(
    optimizer,
    PEAK,
    total_steps=EPOCHS * -(-len(images) // BATCH_SIZE),
    pct_start=0.3,
    div_factor=25,
    final_div_factor=400,
    cycle_momentum=False,
)
for _ in range(EPOCHS):
    train(model, optimizer, images, labels, BATCH_SIZE, schedule.step)
seconds = seconds_since_start()
right = accuracy(model, *read_tensors(sys.argv[1], "t10k"))
if right < 99:
    sys.exit(f"expected 99 % of the test digits right, found {right:.2f} %")
tell(seconds=seconds, accuracy=right, epochs=EPOCHS)

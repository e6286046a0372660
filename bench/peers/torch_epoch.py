"""One epoch, warm. Arguments: MNIST's folder, and where to save the trained network, if anywhere."""

import sys
import time

import torch
from digits import tell
from torch_network import build, read_tensors, train

images, labels = read_tensors(sys.argv[1], "train")
model = build()
optimizer = torch.optim.Adam(model.parameters())
train(model, optimizer, images[:1280], labels[:1280], 128)
start = time.perf_counter()
train(model, optimizer, images, labels, 128)
tell(seconds=time.perf_counter() - start)
if len(sys.argv) > 2:
    torch.save(model.state_dict(), sys.argv[2])

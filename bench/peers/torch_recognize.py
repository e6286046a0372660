"""Recognises one digit. Arguments: a saved network, a file of 28x28 bytes."""

import sys

import torch
from digits import read_digit
from torch_network import build, channels_last

model = build().eval()
model.load_state_dict(torch.load(sys.argv[1]))
with torch.inference_mode():
    print(model(channels_last(read_digit(sys.argv[2])[None])).argmax().item())

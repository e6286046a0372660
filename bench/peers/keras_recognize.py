"""Recognises one digit. Arguments: a saved network, a file of 28x28 bytes."""

import sys

import keras
from digits import read_digit

model = keras.models.load_model(sys.argv[1], compile=False)
print(model(read_digit(sys.argv[2])[None, ..., None], training=False).numpy().argmax())

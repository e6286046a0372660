"""Saves a network as Keras' own example builds it, and what it answers.

    python makeKeras.py FOLDER    with images.bin, [count, 28, 28] of bytes; gets model.h5 and answers.bin
"""

import os
import sys

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
from keras import layers

folder = sys.argv[1]
keras.utils.set_random_seed(1)
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, kernel_size=(3, 3), activation="relu"),
        layers.MaxPooling2D(pool_size=(2, 2)),
        layers.Conv2D(64, kernel_size=(3, 3), activation="relu"),
        layers.BatchNormalization(),
        layers.MaxPooling2D(pool_size=(2, 2)),
        layers.Flatten(),
        layers.Dropout(0.5),
        layers.Dense(10, activation="softmax"),
    ]
)
model.save(f"{folder}/model.h5")
images = np.fromfile(f"{folder}/images.bin", np.uint8).reshape(-1, 28, 28, 1).astype(np.float32) / 255
np.asarray(model.predict(images, verbose=0)).astype("<f4").tofile(f"{folder}/answers.bin")

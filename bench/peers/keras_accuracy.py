"""Trains until 99 % of the test digits are right. Argument: MNIST's folder."""

import sys

import keras
from digits import read_digits, seconds_since_start, seed, tell
from keras_network import build

keras.utils.set_random_seed(seed())
images, labels = read_digits(sys.argv[1], "train")
images = images[..., None]
model = build()
evaluating = 0
for epoch in range(1, 16):
    model.fit(images, labels, batch_size=128, verbose=0)
    trained = seconds_since_start()
    test_images, test_labels = read_digits(sys.argv[1], "t10k")
    _, accuracy = model.evaluate(test_images[..., None], test_labels, batch_size=500, verbose=0)
    if accuracy >= 0.99:
        tell(seconds=trained - evaluating, accuracy=100 * accuracy, epochs=epoch)
        break
    evaluating += seconds_since_start() - trained
else:
    sys.exit(f"expected 99 % of the test digits right, found {accuracy:.2%} after {epoch} epochs")

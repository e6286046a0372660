"""Classifies the test digits, warm. Argument: MNIST's folder."""

import sys

import numpy as np
import tensorflow as tf
from digits import measure_classifying, read_digits
from keras_network import build

images = read_digits(sys.argv[1], "t10k")[0][..., None]
model = build()
# Compiled and called directly it is faster than `predict`, and more so with one image.
answer = tf.function(lambda batch: model(batch, training=False), reduce_retracing=True)


def classify(images):
    batches = [images[start : start + 500] for start in range(0, len(images), 500)]
    return np.concatenate([answer(batch).numpy() for batch in batches])


measure_classifying(classify, images)

"""One epoch, warm. Arguments: MNIST's folder, and where to save the trained network, if anywhere."""

import sys
import time

from digits import read_digits, tell
from keras_network import build

images, labels = read_digits(sys.argv[1], "train")
images = images[..., None]
model = build()
model.fit(images[:1280], labels[:1280], batch_size=128, verbose=0)
start = time.perf_counter()
model.fit(images, labels, batch_size=128, verbose=0)
tell(seconds=time.perf_counter() - start)
if len(sys.argv) > 2:
    model.save(sys.argv[2])

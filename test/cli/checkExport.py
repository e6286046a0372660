"""Prints what exported models answer: {"onnx": [[…], …], "keras": [[…], …]}.

    python checkExport.py FOLDER    with images.bin, [count, 28, 28] of bytes, model.onnx and model.h5
"""

import json
import os
import sys

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
import onnxruntime

folder = sys.argv[1]
images = np.fromfile(f"{folder}/images.bin", np.uint8).reshape(-1, 28, 28, 1).astype(np.float32) / 255
session = onnxruntime.InferenceSession(f"{folder}/model.onnx")
model = keras.models.load_model(f"{folder}/model.h5", compile=False)
answers = {
    "onnx": session.run(["probabilities"], {"image": images})[0].tolist(),
    "keras": np.asarray(model.predict(images, verbose=0)).tolist(),
}
print(json.dumps(answers))

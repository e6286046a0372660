"""Reads what is written in a picture. Argument: the picture."""

import sys

from rapidocr_onnxruntime import RapidOCR

lines, _ = RapidOCR()(sys.argv[1])
for _, text, _ in lines or []:
    print(text)

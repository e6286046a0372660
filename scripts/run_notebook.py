"""Configures `jupyter nbconvert` so that it runs the notebook and tells how far it is.

Before each cell and after an error a line of JSON goes to standard output. A notebook that fails is
written as far as it came: what has run is worth seeing.
"""

import json
import time

from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor
from nbclient.exceptions import DeadKernelError


def tell(**event):
    print(json.dumps(event), flush=True)


class TellingPreprocessor(ExecutePreprocessor):
    def preprocess(self, nb, resources=None, km=None):
        try:
            return super().preprocess(nb, resources, km)
        except (CellExecutionError, DeadKernelError) as error:
            tell(failed=self.current, reason=str(error))
            return nb, resources

    def preprocess_cell(self, cell, resources, index):
        self.current = index
        tell(cell=index)
        return super().preprocess_cell(cell, resources, index)


c = get_config()  # noqa: F821 (nbconvert defines it)
# After an error the kernel cancels what arrives within the next 200 ms: with --allow-errors, the rest of the notebook.
c.ExecutePreprocessor.on_cell_error = lambda **_: time.sleep(0.5)
c.NotebookExporter.preprocessors = [TellingPreprocessor]

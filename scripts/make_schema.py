"""Write resources/scenario.schema.json from the definitions of the scenario file."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from topa_studio.base.files import write_atomic  # noqa: E402
from topa_studio.document.reading.definition import json_schema  # noqa: E402

text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
write_atomic(ROOT / "resources" / "scenario.schema.json", text.encode("utf-8"))

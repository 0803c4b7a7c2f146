"""A recipe for CI in YAML → the shell lines of its steps, as JSON: {"job/step": "lines"}.

YAML 1.1 takes the key `on` for true; the runners do not, so it is only asked whether it is there.
"""

import json
import sys

import yaml

document = yaml.safe_load(sys.stdin.read())
scripts = {}
if "jobs" in document:
    assert True in document or "on" in document, "a workflow without events"
    for name, job in document["jobs"].items():
        assert job["runs-on"] and job["steps"], name
        for step in job["steps"]:
            assert ("uses" in step) != ("run" in step), f"{name}: a step is an action or lines"
            if "run" in step:
                scripts[f"{name}/{step['name']}"] = step["run"]
else:
    before = document["default"]["before_script"]
    for name, job in document.items():
        if isinstance(job, dict) and "script" in job:
            lines = before + job["script"]
            assert all(isinstance(line, str) for line in lines), f"{name}: a line that is no text"
            scripts[name] = "\n".join(lines)
print(json.dumps(scripts))

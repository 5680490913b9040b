"""One small report in every format, as it is written."""

from __future__ import annotations

import pytest
from inline_snapshot import snapshot

from argmap.diagnostics import Diagnostic, Problem, Related, Severity, Span
from argmap.report.formats import REPORTS
from argmap.report.types import Report
from argmap.source.text import Text
from tests.test_report_formats import Info

FINDINGS = (
    Diagnostic(
        "maps/tax, 2024.yaml",
        Problem(
            "AM101",
            Span(14, 9, 14, 11),
            "id `c1` is given twice | 100%",
            "rename one of them",
            "c1",
            (Related(Span(3, 9, 3, 11), "first given here by @ann"),),
        ),
        "duplicate-id",
        Severity.ERROR,
    ),
    Diagnostic(
        "maps/tax, 2024.yaml",
        Problem("AM201", Span(20, 5, 21, 3), "no reason is given for claim `c2`"),
        "unsupported-claim",
        Severity.WARNING,
        "The essay leaves it bare.",
    ),
)
TEXTS = {path: Text(path, "argmap: 1\n") for path in ("maps/tax, 2024.yaml", "maps/ok.yaml")}
REPORT = Report(FINDINGS, 2, TEXTS, (Info(),), "0.1.0")


def written(form: str) -> str:
    return REPORTS[form](REPORT, lambda text, **_: text)


def test_jsonl() -> None:
    assert written("jsonl") == snapshot("""\
{"path": "maps/tax, 2024.yaml", "line": 14, "column": 9, "end_line": 14, "end_column": 11, "code": "AM101", "name": "duplicate-id", "severity": "error", "message": "id `c1` is given twice | 100%", "help": "rename one of them", "node": "c1", "related": [{"path": "maps/tax, 2024.yaml", "line": 3, "column": 9, "message": "first given here by @ann"}], "accepted": null}
{"path": "maps/tax, 2024.yaml", "line": 20, "column": 5, "end_line": 21, "end_column": 3, "code": "AM201", "name": "unsupported-claim", "severity": "warning", "message": "no reason is given for claim `c2`", "help": null, "node": null, "related": [], "accepted": "The essay leaves it bare."}
""")


def test_sarif() -> None:
    assert written("sarif") == snapshot("""\
{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "argmap",
          "version": "0.1.0",
          "rules": [
            {
              "id": "AM201",
              "name": "unsupported-claim",
              "shortDescription": {
                "text": "A claim for which no reason is given."
              },
              "fullDescription": {
                "text": "The reader has only the author's word."
              },
              "help": {
                "text": "A claim for which no reason is given.\\n\\nWhy: The reader has only the author's word.\\n\\nMend: Give a reason under `because`.",
                "markdown": "A claim for which no reason is given.\\n\\n**Why.** The reader has only the author's word.\\n\\n**Mend.** Give a reason under `because`."
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "AM101",
              "name": "duplicate-id"
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "AM101",
          "ruleIndex": 1,
          "level": "error",
          "message": {
            "text": "id `c1` is given twice | 100%\\nhelp: rename one of them"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "maps/tax%2C%202024.yaml"
                },
                "region": {
                  "startLine": 14,
                  "startColumn": 9,
                  "endLine": 14,
                  "endColumn": 11
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "c1"
                }
              ]
            }
          ],
          "partialFingerprints": {
            "argmapFinding/v1": "81ec7d64e3f8dfa369865bff987c2df5"
          },
          "relatedLocations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "maps/tax%2C%202024.yaml"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 9,
                  "endLine": 3,
                  "endColumn": 11
                }
              },
              "id": 1,
              "message": {
                "text": "first given here by @ann"
              }
            }
          ]
        },
        {
          "ruleId": "AM201",
          "ruleIndex": 0,
          "level": "warning",
          "message": {
            "text": "no reason is given for claim `c2`"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "maps/tax%2C%202024.yaml"
                },
                "region": {
                  "startLine": 20,
                  "startColumn": 5,
                  "endLine": 21,
                  "endColumn": 3
                }
              }
            }
          ],
          "partialFingerprints": {
            "argmapFinding/v1": "1a638869e8db4a4fbe6de0fbe9103dab"
          },
          "suppressions": [
            {
              "kind": "inSource",
              "justification": "The essay leaves it bare."
            }
          ]
        }
      ]
    }
  ]
}
""")


def test_github() -> None:
    assert written("github") == snapshot(
        "::error file=maps/tax%2C 2024.yaml,line=14,col=9,endLine=14,endColumn=11,title=AM101 duplicate-id::id `c1` is given twice | 100%25%0Ahelp: rename one of them%0Asee: maps/tax, 2024.yaml:3:9: first given here by @ann\n"
    )


def test_gitlab() -> None:
    assert written("gitlab") == snapshot("""\
[
  {
    "description": "AM101 id `c1` is given twice | 100%",
    "check_name": "duplicate-id",
    "fingerprint": "81ec7d64e3f8dfa369865bff987c2df5",
    "severity": "major",
    "location": {
      "path": "maps/tax, 2024.yaml",
      "lines": {
        "begin": 14
      }
    }
  }
]
""")


def test_junit() -> None:
    assert written("junit") == snapshot("""\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="argmap" tests="3" failures="1" errors="0">
  <testsuite name="maps/tax, 2024.yaml" tests="2" failures="1" errors="0" skipped="1">
    <testcase name="AM101 duplicate-id at 14:9" classname="maps/tax, 2024.yaml">
      <failure type="error" message="id `c1` is given twice | 100%">maps/tax, 2024.yaml:14:9: AM101 id `c1` is given twice | 100%
help: rename one of them
see: maps/tax, 2024.yaml:3:9: first given here by @ann</failure>
    </testcase>
    <testcase name="AM201 unsupported-claim at 20:5" classname="maps/tax, 2024.yaml">
      <skipped>no reason is given for claim `c2`; accepted: The essay leaves it bare.</skipped>
    </testcase>
  </testsuite>
  <testsuite name="maps/ok.yaml" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="no findings" classname="maps/ok.yaml" />
  </testsuite>
</testsuites>
""")


def test_markdown() -> None:
    assert written("markdown") == snapshot("""\
### argmap: 2 maps checked: 1 error (1 accepted)

#### `maps/tax, 2024.yaml`

| line | rule | finding |
|---:|---|---|
| 14:9 | ❌ AM101 duplicate-id | id `c1` is given twice &#124; 100%<br>*help:* rename one of them<br>*see* maps/tax, 2024.yaml:3: first given here by @&#8203;ann |

<details><summary>Accepted</summary>

- maps/tax, 2024.yaml:20 AM201: no reason is given for claim `c2` (accepted: The essay leaves it bare.)

</details>
""")


@pytest.mark.parametrize(
    ("form", "expected"),
    [("jsonl", ""), ("github", ""), ("gitlab", "[]\n")],
)
def test_nothing_found(form: str, expected: str) -> None:
    assert REPORTS[form](Report((), 0, {}), lambda text, **_: text) == expected

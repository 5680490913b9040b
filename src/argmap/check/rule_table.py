"""The rules there are: `make docs` writes this file from theirs.

`tabulating.py` says how to read it.
"""

TABLE = """\
AM001 yaml-syntax error 0.1.0 on:met
AM002 duplicate-key error 0.1.0 fix:safe on:met
AM003 unknown-field error 0.1.0 fix:unsafe on:met
AM004 wrong-type error 0.1.0 on:met
AM005 missing-field error 0.1.0 on:met
AM006 invalid-value error 0.1.0 on:met
AM007 unreadable-file error 0.1.0 on:met
AM008 unsupported-version error 0.1.0 on:met
AM009 ambiguous-kind error 0.1.0 on:met
AM010 unsafe-yaml error 0.1.0 on:met
AM101 duplicate-id error 0.1.0 on:repeated-id
AM102 unknown-reference error 0.1.0 fix:unsafe on:unknown-name
AM103 self-reference error 0.1.0 on:own-reference
AM104 circular-support error 0.1.0 on:circle
AM105 repeated-child warning 0.1.0 fix:safe on:repeated-reference
AM106 misplaced-kind error 0.1.0 on:misplaced
AM107 supports-and-opposes warning 0.1.0 on:opposing-premise
AM108 near-duplicate-text warning 0.1.0 on:likeness
AM109 empty-list warning 0.1.0 fix:safe on:empty-list
AM110 placeholder-text warning 0.1.0 on:placeholder
AM111 claim-shadows-parent warning 0.1.0 on:shadow
AM201 unsupported-claim warning 0.1.0 on:unsupported-claim
AM202 ungrounded-claim warning 0.1.0 on:unsupported-claim
AM203 circular-support-only warning 0.1.0 on:circle
AM204 defeated-support warning 0.1.0 on:defeated-claim
AM205 only-opposed warning 0.1.0 on:unsupported-claim
AM206 unsupported-counterpoint note 0.1.0 on:unsupported-counterpoint
AM207 rests-on-assumption warning 0.1.0 on:assumption
AM208 single-strand note 0.1.0 optional
AM209 hedged-support warning 0.1.0 on:qualified
AM210 merely-cited-claim warning 0.1.0 on:unsupported-claim
AM211 missing-warrant note 0.1.0 optional
AM212 weak-link note 0.1.0 optional options
AM301 evidence-without-citation warning 0.1.0 on:uncited
AM302 unknown-source error 0.1.0 fix:unsafe on:unknown-source
AM303 unused-source note 0.1.0 fix:unsafe on:unused-source
AM304 quote-not-found error 0.1.0 on:missing-quotation
AM305 quote-changed error 0.1.0 on:changed-quotation
AM306 quote-moved warning 0.1.0 fix:safe on:moved-quotation
AM307 locator-out-of-range error 0.1.0 on:out-of-range
AM308 source-text-missing warning 0.1.0 on:unproved
AM309 source-changed warning 0.1.0 on:locked-text
AM310 quote-out-of-context warning 0.1.0 options on:exact-quotation
AM311 one-source note 0.1.0 on:other-evidence
AM312 second-hand-evidence note 0.1.0 on:second-hand
AM313 incomplete-source note 0.1.0 on:incomplete-source
AM314 duplicate-source warning 0.1.0 on:two-sources
AM315 paragraph-uncovered note 0.1.0 optional options on:source-text
AM316 ambiguous-quote note 0.1.0 on:ambiguous-quotation
AM401 unanswered-counterpoint warning 0.1.0 on:unanswered-counterpoint
AM402 one-sided note 0.1.0 optional
AM403 thesis-falls warning 0.1.0 on:fallen-thesis
AM404 hollow-answer warning 0.1.0 on:hollow-answer
AM405 rebuttal-repeats-claim warning 0.1.0 on:repeat
AM406 mutual-attack note 0.1.0 on:undecided
AM501 unknown-scheme error 0.1.0 fix:unsafe on:unknown-scheme
AM502 scheme-premise-missing warning 0.1.0 on:scheme
AM503 open-critical-question note 0.1.0 on:scheme
AM504 waived-without-reason warning 0.1.0 on:waived
AM505 unknown-question error 0.1.0 fix:unsafe on:unknown-question
AM601 compound-claim note 0.1.0 on:language
AM602 question-as-claim note 0.1.0 on:question
AM603 overlong-text note 0.1.0 options on:language
AM604 hedge-in-text note 0.1.0 on:language
AM605 no-sentence note 0.1.0 on:language
AM701 expectation-failed error 0.1.0 on:expectation
AM901 unused-acceptance warning 0.1.0 last fix:safe on:acceptance
AM902 empty-acceptance warning 0.1.0 last on:acceptance
AM903 unknown-rule error 0.1.0 last fix:unsafe on:acceptance
AM904 stale-baseline-entry note 0.1.0 on:met
"""

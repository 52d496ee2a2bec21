"""The label sets of every head. Written to model/labels.json, which the C++ language room reads:
change a set here and the engine follows at the next training."""
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
ENTITIES = ["O"] + [f"{b}-{t}" for t in ("PER", "ORG", "LOC", "NAT", "FAC") for b in "BI"]
BIO = ["O", "B", "I"]
ATTRIBUTION = ["source", "cue", "content"]  # each with its own BIO head, since they may overlap

# Frames: what a word can announce. The first label is "nothing"; values as in the record's contract.
FRAMES = {
    "event": ["O"] + ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN "
                      "PROTEST SANCTION MOBILIZE COERCE ASSAULT").split(),
    "statement": ["O"] + ("asserts confirms denies neither_confirms_nor_denies declines_to_comment accuses "
                          "rejects promises threatens demands welcomes regrets").split(),
    "proposal": ["O", "proposal"],
    "term": ["O"] + ("normalise_ties restore_channel cooperate meet lift_measures cease_fire withdraw_forces "
                     "release_persons return_property recognise pay inspect limit_arms refrain mediate other").split(),
    "channel": ["O"] + "diplomatic military intelligence economic consular hotline transport people".split(),
    "measure": ["O"] + ("sanctions asset_freeze travel_ban visa_restriction arms_embargo trade_embargo tariff "
                        "export_control import_ban expulsion staff_reduction facility_closure facility_seizure "
                        "ambassador_recall ties_severed airspace_closure border_closure aid_suspension "
                        "agreement_suspension blockade detention").split(),
    "meeting": ["O", "meeting"],
    "claim": ["O", "claim"],
}
STATUSES = {
    "event": "happened ongoing planned proposed threatened demanded alleged denied hypothetical".split(),
    "proposal": "floated offered under_discussion accepted rejected unanswered withdrawn".split(),
    "term": "none immediate near_term eventual conditional dated".split(),
    "channel": "open reduced cut restored".split(),
    "measure": "proposed threatened announced in_force suspended eased lifted expired rescinded".split(),
    "meeting": "held ongoing scheduled proposed postponed cancelled".split(),
    "claim": "unconfirmed confirmed disputed denied retracted".split(),
}
ROLES = ("agent patient party speaker content date effective deadline end place quantity people term "
         "instrument cause reporter confirmer denier abstainer topic").split()

# Least probability of "some label" for a trigger of each frame. The record's F1 on the development reports and
# cases is flat between 0.2 and 0.5; lists with few examples do better below the middle.
THRESHOLDS = {"event": 0.4, "statement": 0.45, "proposal": 0.35, "term": 0.25, "channel": 0.35, "measure": 0.35,
              "meeting": 0.3, "claim": 0.2}

# Which field of a training case's `where` is which role.
WHERE_ROLES = {
    "event": {"source": "agent", "target": "patient", "date": "date", "place": "place", "quantity": "quantity"},
    "statement": {"speaker": "speaker", "content": "content", "content2": "content", "date": "date", "via": "reporter"},
    "proposal": {"by": "agent", "to": "patient", "date": "date", "disclosed_by": "reporter", "terms": "term"},
    "term": {},
    "channel": {"between": "party", "date": "date", "because": "cause"},
    "measure": {"by": "agent", "against": "patient", "date": "date", "effective": "effective", "deadline": "deadline",
                "lifted": "end", "quantity": "quantity", "instrument": "instrument"},
    "meeting": {"actors": "party", "people": "people", "date": "date", "place": "place", "topics": "topic",
                "outcome": "content"},
    "claim": {"content": "content", "first_reported_by": "reporter", "confirmed_by": "confirmer",
              "denied_by": "denier", "no_position_by": "abstainer"},
}
ROOTS = FRAMES["event"]  # of the pair head too: "O" is two sides named with nothing done between them
PENTA = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 2, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
         "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4}
CASES = ["none", "lower", "title", "upper", "mixed", "initial"]  # letter-case classes of a word


def letter_case(form, initial):
    """Class of a word's letter case; `initial`: first word of its sentence with letters."""
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return 0
    if all(c.islower() for c in letters):
        return 1
    if all(c.isupper() for c in letters) and len(letters) > 1:
        return 3
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return 5 if initial else 2
    return 4


def lemma_script(form, lemma):
    """How to make the lemma of a form: "c|n|suffix" (c: k keeps the case, l lowers; n last characters
    removed; suffix added), or "w|lemma" for a whole word."""
    for case in ("k", "l"):
        base = form if case == "k" else form.lower()
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        if len(base) - same <= 5 and len(lemma) - same <= 5 and (same >= 1 or base == lemma):
            if case == "k" and form != form.lower() and lemma == lemma.lower():
                continue
            return f"{case}|{len(base) - same}|{lemma[same:]}"
    return f"w|{lemma}"


def apply_script(form, script):
    kind, rest = script.split("|", 1)
    if kind == "w":
        return rest
    count, suffix = rest.split("|", 1)
    base = form if kind == "k" else form.lower()
    return (base[: len(base) - int(count)] if int(count) else base) + suffix

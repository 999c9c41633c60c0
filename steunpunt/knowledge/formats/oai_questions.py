"""Reading what a harvester asks by OAI-PMH 2.0: every rule of the protocol about arguments, in one place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from django.core import signing

PREFIXES = ("oai_dc", "lom")
ALLOWED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "Identify": (frozenset(), frozenset()),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"})),
    "ListSets": (frozenset(), frozenset({"resumptionToken"})),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset()),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set", "resumptionToken"})),
    "ListRecords": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set", "resumptionToken"})),
}
"""Per verb what it needs and what it also takes."""
SHAPES = {
    "metadataPrefix": re.compile(r"[A-Za-z0-9\-_.!~*'()]+"),
    "set": re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*"),
    "identifier": re.compile(r"[A-Za-z0-9\-_.!~*'();/?:@&=+$,%]+"),
    "resumptionToken": re.compile(r"[A-Za-z0-9\-_:.]+"),
}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
SECOND = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", re.ASCII)
SALT = "steunpunt.knowledge.oai"


class ProtocolError(Exception):
    """One of the error codes of the protocol, with a sentence for whoever runs the harvester."""

    def __init__(self, code: str, sentence: str, arguments: dict[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.arguments = arguments or {}
        """What the answer may repeat: nothing when the question itself was wrong."""


@dataclass(frozen=True)
class Position:
    """Where a list goes on: after this record. What changes meanwhile moves to the end and is met there."""

    changed_at: datetime
    pk: int
    passed: int


@dataclass(frozen=True)
class Asked:
    """A question that follows the rules; `arguments` are echoed in the answer."""

    verb: str
    arguments: dict[str, str] = field(default_factory=dict)
    prefix: str = ""
    identifier: str = ""
    begin: datetime | None = None
    end: datetime | None = None
    within: str = ""
    after: Position | None = None


def read(pairs: Iterable[tuple[str, str]]) -> Asked:
    """The question in these arguments, or the error that they make."""
    given = list(pairs)
    arguments = dict(given)
    verb = arguments.pop("verb", "")
    if verb not in ALLOWED or [name for name, _value in given].count("verb") > 1:
        raise ProtocolError("badVerb", f"Use one verb out of {', '.join(ALLOWED)}.")
    if len(arguments) + 1 < len(given):
        raise ProtocolError("badArgument", "An argument was given twice.")
    _check(verb, arguments)
    if "resumptionToken" in arguments:
        return _resumed(verb, arguments)
    begin, end = _window(arguments)
    echo = {"verb": verb, **arguments}
    if arguments.get("metadataPrefix", PREFIXES[0]) not in PREFIXES:
        raise ProtocolError("cannotDisseminateFormat", f"Known formats: {', '.join(PREFIXES)}.", echo)
    return Asked(
        verb,
        echo,
        prefix=arguments.get("metadataPrefix", ""),
        identifier=arguments.get("identifier", ""),
        begin=begin,
        end=end,
        within=arguments.get("set", ""),
    )


def _check(verb: str, arguments: dict[str, str]) -> None:
    """The names of the arguments and the shape of their values."""
    needed, also = ALLOWED[verb]
    unknown = arguments.keys() - needed - also
    if unknown:
        raise ProtocolError("badArgument", f"{verb} does not take: {_plain(unknown)}.")
    if "resumptionToken" in arguments and len(arguments) > 1:
        raise ProtocolError("badArgument", "A resumptionToken stands alone.")
    missing = needed - arguments.keys() if "resumptionToken" not in arguments else frozenset()
    if missing:
        raise ProtocolError("badArgument", f"{verb} needs: {_plain(missing)}.")
    for name, value in arguments.items():
        if name in SHAPES and not SHAPES[name].fullmatch(value):
            code = "badResumptionToken" if name == "resumptionToken" else "badArgument"
            raise ProtocolError(code, f"The value of {name} has a wrong form.")


def _plain(names: Iterable[str]) -> str:
    """Names of arguments, also those that somebody made up, as safe text."""
    return ", ".join(sorted(re.sub(r"[^\w\-]", "?", name, flags=re.ASCII)[:40] for name in names))


def _window(arguments: dict[str, str]) -> tuple[datetime | None, datetime | None]:
    """From and until, both included; a day as until is that whole day."""
    given = [arguments[name] for name in ("from", "until") if name in arguments]
    if len({len(text) for text in given}) > 1:
        raise ProtocolError("badArgument", "Give from and until in the same granularity.")
    begin = _moment(arguments["from"], time.min) if "from" in arguments else None
    end = _moment(arguments["until"], time.max) if "until" in arguments else None
    if begin and end and begin > end:
        raise ProtocolError("badArgument", "From comes after until.")
    return begin, end


def _moment(text: str, of_day: time) -> datetime:
    try:
        if DAY.fullmatch(text):
            return datetime.combine(date.fromisoformat(text), of_day, tzinfo=UTC)
        if SECOND.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    raise ProtocolError("badArgument", "Write a date as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")


def _resumed(verb: str, arguments: dict[str, str]) -> Asked:
    """The question that the token continues; whoever changed a token gets an error."""
    echo = {"verb": verb, **arguments}
    try:
        kept = signing.loads(arguments["resumptionToken"], salt=SALT)
        moments = [datetime.fromisoformat(text) if text else None for text in kept["window"]]
        after = Position(datetime.fromisoformat(kept["at"]), kept["pk"], kept["passed"])
    except (signing.BadSignature, KeyError, ValueError, TypeError):
        raise ProtocolError("badResumptionToken", "This resumptionToken is not one of ours.", echo) from None
    if kept["verb"] != verb:
        raise ProtocolError("badResumptionToken", f"This resumptionToken belongs to {kept['verb']}.", echo)
    begin, end = moments
    return Asked(verb, echo, prefix=kept["prefix"], begin=begin, end=end, within=kept["set"], after=after)


def token(asked: Asked, after: Position) -> str:
    """All that is needed to go on, signed: nothing is kept on our side, so it never expires."""
    kept = {
        "verb": asked.verb,
        "prefix": asked.prefix,
        "set": asked.within,
        "window": [moment.isoformat() if moment else "" for moment in (asked.begin, asked.end)],
        "at": after.changed_at.isoformat(),
        "pk": after.pk,
        "passed": after.passed,
    }
    return signing.dumps(kept, salt=SALT)

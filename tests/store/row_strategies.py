"""Any record that a row must be able to hold."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from detente.records import (
    Article,
    Assertion,
    Attribution,
    Casualties,
    Citation,
    Claim,
    Counts,
    DateBasis,
    DateSpan,
    Event,
    Happening,
    Location,
    Party,
    Size,
    Span,
    Stance,
    Status,
    Telling,
    TextSpan,
)

text = st.text(max_size=12)
maybe_text = st.none() | text
days = st.dates()
maybe_day = st.none() | days
offsets = st.integers(0, 2**31 - 1)
spans = st.builds(Span, offsets, offsets)
counts = st.none() | st.integers(0, 2**63 - 1)
scores = st.floats(-10, 10)
codes = st.sampled_from(("FRA", "RUS", "USA", "IGO", ""))

parties = st.builds(
    Party,
    code=codes,
    sector=text,
    entity_text=text,
    identifier_text=text,
    identifier_id=maybe_text,
    office=maybe_text,
    start=offsets,
    end=offsets,
    gender=st.sampled_from(("", "m", "f")),
)
party_lists = st.lists(parties, max_size=3).map(tuple)


@st.composite
def date_spans(draw: st.DrawFn) -> DateSpan:
    """Days, without the words and reason that rows leave out."""
    first = draw(st.dates(max_value=date(9000, 1, 1)))
    basis = draw(st.sampled_from(DateBasis))
    return DateSpan(first, first + timedelta(draw(st.integers(0, 400))), basis)


words = st.builds(TextSpan, text, spans)
locations = st.builds(
    Location,
    name=text,
    country=maybe_text,
    span=spans,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    geonames_id=st.none() | st.integers(0, 2**40),
)
sizes = st.builds(Size, counts, counts, counts)
citations = st.builds(
    Citation,
    id=text,
    source=text,
    title=maybe_text,
    publication=maybe_text,
    published=maybe_day,
    language=text,
)
events = st.builds(
    Event,
    id=text,
    category=text,
    mode=maybe_text,
    contexts=st.lists(text, max_size=2).map(tuple),
    quad_code=st.integers(1, 4),
    event_scale=scores,
    cameo=text,
    goldstein=scores,
    actors=party_lists,
    recipients=party_lists,
    status=st.sampled_from(Status),
    when=st.none() | date_spans(),
    historical=st.booleans(),
    attribution=st.lists(st.builds(Attribution, st.none() | parties, text, spans), max_size=2).map(
        tuple
    ),
    location=st.none() | locations,
    words=st.lists(words, max_size=2).map(tuple),
    size=sizes,
    condition=st.none() | words,
    sentence=offsets,
    sentence_span=spans,
    sentence_text=text,
    citation=citations,
    confidence=st.floats(0, 1),
    coder=text,
    lexicon=text,
    coded_on=days,
    mentions=st.lists(offsets, max_size=3).map(tuple),
)
tellings = st.builds(
    Telling,
    event=text,
    article=text,
    report=text,
    publication=maybe_text,
    published=maybe_day,
    stance=st.sampled_from(Stance),
    speakers=party_lists,
    when=st.none() | date_spans(),
    size=sizes,
    text=text,
)
ranges = st.builds(Counts, counts, counts)
happenings = st.builds(
    Happening,
    id=text,
    component=text,
    category=text,
    mode=maybe_text,
    contexts=st.lists(text, max_size=2).map(tuple),
    quad_code=st.integers(1, 4),
    event_scale=scores,
    cameo=text,
    goldstein=scores,
    actors=party_lists,
    recipients=party_lists,
    status=st.sampled_from(Status),
    when=st.none() | date_spans(),
    historical=st.booleans(),
    location=st.none() | locations,
    casualties=st.builds(Casualties, ranges, ranges, ranges),
    condition=maybe_text,
    words=st.lists(text, max_size=2).map(tuple),
    text=text,
    best=text,
    assertion=st.sampled_from(Assertion),
    tellings=st.lists(tellings, min_size=1, max_size=3).map(tuple),
)
claims = st.builds(
    Claim,
    id=text,
    happening=text,
    claimant=parties,
    stance=st.sampled_from(Stance),
    about=st.lists(codes, max_size=3).map(tuple),
    category=text,
    mode=maybe_text,
    said_on=maybe_day,
    text=text,
    events=st.lists(text, max_size=3).map(tuple),
    answers=st.lists(text, max_size=3).map(tuple),
)
articles = st.builds(
    Article,
    id=text,
    text=text,
    published=maybe_day | st.datetimes() | st.datetimes(timezones=st.timezones()),
    title=maybe_text,
    url=maybe_text,
    publication=maybe_text,
    language=text,
    source=text,
)

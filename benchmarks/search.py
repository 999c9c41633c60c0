"""`./bench search`: the whole search page at 20,000 and 100,000 documents, beside two peers.

A whole request, in one process: ranked ten, facets and marked passages, each record asked for once more in a database
of 100,000 items, and the page around it; PostgreSQL's search stands in the same page for its turn. That a question was asked is written down, as always.

The documents are sentences of the regulations (or, without them, of the example items) put together anew, from a fixed
seed; their vectors are seeded noise with the shape and the spread of real ones, because learning 400,000 passages would
take a day. PostgreSQL gets the same texts, readers and facets in its own text search (`dutch`, GIN, ts_rank,
ts_headline); WordPress gets 5,000 of them as posts. All in this run, in turn. What it costs to make a vector of a question
is measured apart, with the real model.
"""

import json
import os
import re
import statistics
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

import psycopg

from benchmarks import search_world, wordpress
from benchmarks.search_texts import documents, read_sentences, say
from steunpunt.foundation.search import meaning
from steunpunt.foundation.search.analysis import stop_words
from steunpunt.foundation.search.asking import ask
from steunpunt.foundation.search.documents import PUBLIC, Answer, Hit, Piece, Question

SIZES = (20_000, 100_000)
POSTS, PORT = 5_000, 8399
ROUNDS = 3
QUESTIONS = (
    "begeleider",
    "werkplekbegeleider",
    "lerarenopleiding",
    "subsidie opleidingsschool",
    "kwaliteit van het onderzoek",
    "voortijdig schoolverlaten",
    "bekwaamheid van de leraar",
    "samenwerking met ouders",
    "jaarverslag en accountant",
    "hoeveel uur studieverlof krijgt een leraar",
    "wanneer moet de aanvraag binnen zijn",
    "academische opleidingsschool",
    "begeleiding van studenten op de werkplek",
    "competentie reflectie",
    "toetsing en examen",
    "beroepspraktijkvorming leerbedrijf",
    "zij-instroom geschiktheidsonderzoek",
    "accreditatie van een opleiding",
    "intervisie met collega's",
    "doorlopende leerlijn cultuur",
)
RANKED = """
WITH found AS MATERIALIZED (
    SELECT id, ts_rank(words, %(q)s::tsquery) AS rank FROM bench_text
    WHERE words @@ %(q)s::tsquery AND audience && %(readers)s
), best AS (SELECT id, rank FROM found ORDER BY rank DESC, id LIMIT 10)
SELECT bench_text.id, title, ts_headline('dutch', title || ' ' || body, %(q)s::tsquery), (SELECT count(*) FROM found)
FROM best JOIN bench_text USING (id) ORDER BY rank DESC
"""
FACETS = """
SELECT value, count(*) FROM bench_text, unnest(facets) AS value
WHERE words @@ %(q)s::tsquery AND audience && %(readers)s GROUP BY value
"""
SEED = """<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:{port}';
require '{folder}/site/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Zoeken', 'beheer', 'beheer@example.nl', false, '', 'een-lang-wachtwoord');
switch_theme('twentytwentythree');
$category = wp_insert_term('Alles', 'category')['term_id'];
wp_defer_term_counting(true);
$wpdb->query('START TRANSACTION');
foreach (json_decode(file_get_contents('TEXTS'), true) as $i => $row) {{
    wp_insert_post(['post_title' => "Opleidingsschool $i: " . $row[0], 'post_status' => 'publish', 'post_author' => 1,
        'post_content' => $row[1], 'post_category' => [$category]]);
}}
$wpdb->query('COMMIT');
wp_defer_term_counting(false);
echo $category;
"""


def run() -> tuple[list[tuple[str, ...]], dict[str, float]]:
    """The table and the figures: p95_ms_20k, p95_ms_100k, ratio_20k, ratio_100k, ratio_wordpress."""
    sentences = read_sentences()
    say("database met kennisitems")
    search_world.prepare("migrate", "load_lists", "collectstatic --noinput")
    search_world.fill(sentences, max(SIZES))
    rows: list[tuple[str, ...]] = [("zoeken", "mediaan ms", "p95 ms")]
    figures: dict[str, float] = {}
    for size in SIZES:
        ours, peer = _sized(sentences, size, rows)
        name = f"{size // 1000}k"
        figures[f"p95_ms_{name}"] = round(_p95(ours), 1)
        figures[f"ratio_{name}"] = round(_p95(peer) / _p95(ours), 2)
    ours, peer = _beside_wordpress(sentences, rows)
    figures["ratio_wordpress"] = round(statistics.median(peer) / statistics.median(ours), 2)
    rows.append(("vector van een vraag (echt model)", *_embedding()))
    return rows, figures


def _sized(sentences: list[str], size: int, rows: list[tuple[str, ...]]) -> tuple[list[float], list[float]]:
    say(f"{size} documenten in de index")
    page = search_world.page_at(sentences, size)
    if not ask(Question(QUESTIONS[0])).by_meaning:
        raise RuntimeError("de index antwoordt zonder betekenis")
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        _fill_peer(connection, sentences, size)
        ours, peer = _in_turn(page, _peer_page(connection, page), QUESTIONS)
        alone = [_timed(lambda text: _ask_peer(connection, text), text) for text in QUESTIONS * ROUNDS]
    rows.append((f"Steunpunt, {size} documenten, hele verzoek", *_told(ours)))
    rows.append(("  waarvan de index", *_told([_timed(_index_alone, text) for text in QUESTIONS * ROUNDS])))
    rows.append((f"PostgreSQL, {size} documenten, hele verzoek", *_told(peer)))
    rows.append(("  waarvan de database", *_told(alone)))
    return ours, peer


def _index_alone(text: str) -> object:
    """The same question to the index, without the page around it."""
    return ask(Question(text))


def _fill_peer(connection: psycopg.Connection, sentences: list[str], size: int) -> None:
    say(f"{size} documenten in PostgreSQL")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_text")
        cursor.execute(
            "CREATE TABLE bench_text (id int PRIMARY KEY, title text, body text, audience text[], facets text[],"
            " words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('dutch', title), 'A')"
            " || setweight(to_tsvector('dutch', body), 'B')) STORED)"
        )
        with cursor.copy("COPY bench_text (id, title, body, audience, facets) FROM STDIN") as copy:
            for number, row in enumerate(documents(sentences, size)):
                facets = [f"{code}={value}" for code, values in row.facets.items() for value in values]
                copy.write_row((number, row.title, row.text, list(row.audience), [*facets, f"soort={row.kind}"]))
        cursor.execute("CREATE INDEX ON bench_text USING gin (words)")
        cursor.execute("CREATE INDEX ON bench_text USING gin (audience)")
    connection.commit()
    connection.autocommit = True
    connection.execute("VACUUM ANALYZE bench_text")
    connection.autocommit = False


def _peer_page(connection: psycopg.Connection, page: Callable[[str], object]) -> Callable[[str], object]:
    """The same page with PostgreSQL's search in the place of ours."""
    from steunpunt.portal.queries import search as shown

    def ask_there(text: str) -> object:
        ours, shown.ask = shown.ask, lambda question: _ask_peer(connection, question.text)
        try:
            return page(text)
        finally:
            shown.ask = ours

    return ask_there


def _ask_peer(connection: psycopg.Connection, text: str) -> Answer:
    """The same answer: any of the words, best ten with marked passages, the total, and all facets counted."""
    words = [word for word in re.findall(r"\w+", text.lower()) if word not in stop_words()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_tsquery('dutch', %s)::text", [" | ".join(words)])
        values = {"q": cursor.fetchone()[0], "readers": [PUBLIC]}
        found = cursor.execute(RANKED, values).fetchall()
        counts: dict[str, list[tuple[str, int]]] = {}
        for facet, count in cursor.execute(FACETS, values).fetchall():
            code, _, value = facet.partition("=")
            counts.setdefault(code, []).append((value, count))
    hits = tuple(Hit(f"kennis:m{number}", 0.0, (Piece(title),), (Piece(shown),)) for number, title, shown, _ in found)
    return Answer(hits, found[0][-1] if found else 0, {code: tuple(pairs) for code, pairs in counts.items()})


def _beside_wordpress(sentences: list[str], rows: list[tuple[str, ...]]) -> tuple[list[float], list[float]]:
    wordpress.install()
    with tempfile.TemporaryDirectory() as folder:
        page = search_world.page_at(sentences, POSTS)
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps([(row.title, row.text) for row in documents(sentences, POSTS)]))
        wordpress.SEED = SEED.replace("TEXTS", str(texts))
        say(f"{POSTS} teksten in WordPress")
        with wordpress.serving(PORT) as address:
            base = address.partition("?")[0]
            ours, peer = _in_turn(page, lambda text: _ask_wordpress(base, text), QUESTIONS)
    rows.append((f"Steunpunt, {POSTS} documenten, hele verzoek", *_told(ours)))
    rows.append((f"WordPress as installed, {POSTS} berichten", *_told(peer)))
    return ours, peer


def _ask_wordpress(base: str, text: str) -> None:
    with urllib.request.urlopen(f"{base}?{urllib.parse.urlencode({'s': text})}", timeout=60) as answer:
        answer.read()


def _in_turn(
    ours: Callable[[str], object], peer: Callable[[str], object], questions: Sequence[str]
) -> tuple[list[float], list[float]]:
    """All questions so many times, round by round in turn, after a round that does not count.

    A round on one side and then one on the other: what runs in between would take the memory of the processor, which
    costs whoever is quicker the most, and no site serves every other question.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS + 1):
        for side, search in enumerate((ours, peer)):
            took = [_timed(search, text) for text in questions]
            if number:
                times[side].extend(took)
    return times


def _timed(search: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    search(text)
    return (time.perf_counter() - started) * 1000


def _embedding() -> tuple[str, str]:
    if not meaning.available():
        return "–", "–"
    times = [_timed(REAL_VECTOR.__wrapped__, text) for text in QUESTIONS]
    return _told(times)


REAL_VECTOR = meaning.of_question


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _told(times: list[float]) -> tuple[str, str]:
    return f"{statistics.median(times):.1f}", f"{_p95(times):.1f}"

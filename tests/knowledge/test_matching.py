"""Which methods fit a question, and why: on plain values."""

from steunpunt.knowledge.matching import Method, Need, Reason, forms_of, found_words, outcome, words_of


def method(name: str, text: str, **facts: object) -> Method:
    return Method(item=name, forms=forms_of(text), **facts)  # type: ignore[arg-type]


def names(matches) -> list[str]:
    return [match.method.item for match in matches]


def test_a_word_is_found_in_a_compound_and_said_as_it_was_typed():
    found = found_words(words_of("hoe helpt een begeleider starters?"), forms_of("Werkplekbegeleiders praten."))

    assert found == ("begeleider",)


def test_what_search_puts_first_stands_first():
    one, two = method("een", "student", place=0), method("twee", "student", place=1)

    assert names(outcome(Need("student"), [two, one]).fitting) == ["een", "twee"]


def test_choices_that_fit_lift_a_method():
    plain = method("kaal", "student", place=0)
    chosen = method("gekozen", "student", place=1, phases=["induction"], themes={"a": "Thema"}, sectors=["po"])

    need = Need("student", phase="induction", themes=("a",), sector="po")

    assert names(outcome(need, [plain, chosen]).fitting) == ["gekozen", "kaal"]


def test_every_reason_says_with_what_it_was_compared():
    full = method(
        "vol",
        "student",
        place=0,
        phases=["training"],
        sectors=["vo"],
        themes={"a": "Thema"},
        hours=3,
        group_min=2,
        group_max=9,
    )
    need = Need("student", ("a",), "training", "vo", group_size=9, hours=3)

    (match,) = outcome(need, [full]).fitting

    assert match.fits == (
        Reason("words", ("student",)),
        Reason("theme", ("Thema",)),
        Reason("phase", ("training",)),
        Reason("sector", ("vo",)),
        Reason("group", (2, 9)),
        Reason("time", (3,)),
    )


def test_another_phase_or_sector_lowers_a_method_and_is_said():
    other = method("ander", "student", place=0, phases=["training"], sectors=["po"])
    silent = method("stil", "student", place=1)

    found = outcome(Need("student", phase="induction", sector="vo"), [other, silent])

    assert names(found.fitting) == ["stil", "ander"]
    assert found.fitting[1].deviates == (Reason("phase", ("training",)), Reason("sector", ("po",)))


def test_what_most_methods_say_does_not_make_one_belong():
    many = [method(f"veel-{number}", "een student", place=number) for number in range(7)]
    telling = method("juist", "een student leert plannen", place=7)

    found = outcome(Need("student plannen"), [*many, telling])

    assert names(found.fitting) == ["veel-0", "veel-1", "veel-2", "juist"]


def test_what_cannot_be_done_with_these_people_or_hours_stands_apart():
    long = method("lang", "student", place=0, hours=30)
    large = method("groot", "student", place=1, group_min=10)
    small = method("klein", "student", place=2, group_max=4)
    need = Need("student", group_size=6, hours=8)

    found = outcome(need, [long, large, small])

    assert found.fitting == ()
    assert [[reason.code for reason in match.deviates] for match in found.deviating] == [
        ["time"],
        ["group"],
        ["group"],
    ]


def test_what_a_method_does_not_say_speaks_neither_for_nor_against():
    silent = method("stil", "student", place=0)

    (match,) = outcome(Need("student", phase="induction", sector="vo", group_size=6, hours=8), [silent]).fitting

    assert match.deviates == ()
    assert [reason.code for reason in match.fits] == ["words"]


def test_found_without_a_word_in_common_says_so():
    (match,) = outcome(Need("beginnende leraar"), [method("starter", "starters in hun eerste jaar", place=0)]).fitting

    assert match.fits == (Reason("meaning"),)


def test_what_nothing_speaks_for_is_left_out():
    assert outcome(Need("beginnende leraar"), [method("los", "iets anders")]).fitting == ()


def test_words_that_no_method_says_are_told():
    found = outcome(Need("student met autisme begeleiden"), [method("een", "een student begeleiden", place=0)])

    assert found.unsaid == ("autisme",)


def test_a_need_without_words_or_choices_is_empty():
    assert Need().is_empty
    assert Need(sector="po").is_empty
    assert not Need(hours=4).is_empty
    assert not Need(for_whom="starters").is_empty

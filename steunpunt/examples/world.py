"""The example world as plain facts: twelve invented partnerships over real schools, and the example people.

Names of partnerships and people are invented. Schools and institutes are real and come from the open
register; that they work together in these partnerships is not. Everything carries the example mark.
"""

from dataclasses import dataclass, field

SOURCE = "Voorbeeldgegevens: dit partnerschap bestaat niet"


@dataclass(frozen=True)
class Goal:
    """What the institute (`""`) or the school at a position in the core wants, and why."""

    partner: str
    goal: str
    interest: str


@dataclass(frozen=True)
class ExamplePartnership:
    """One invented partnership. Schools are the nearest of the sector to the municipality's centre."""

    slug: str
    name: str
    municipality: str
    """Code of the municipality in whose surroundings the schools are chosen."""
    sectors: tuple[str, ...]
    institutes: tuple[str, ...]
    """BRIN of the teacher-training institutions; the first is the lead organisation when no school is."""
    core: int
    shell: int
    started: int
    """Year in which it began, on 1 August."""
    state: str = "recognised"
    recognised: int | None = None
    """Year of recognition, after a time as aspirant."""
    academic_from: int | None = None
    academic_until: int | None = None
    vision: str = ""
    model: str = ""
    scenario: str = ""
    themes: tuple[str, ...] = ("begeleiding", "beoordelen")
    goals: tuple[Goal, ...] = ()
    former_name: str = ""
    """The name until three years after the start, when it was another."""
    plans: tuple[str, ...] = field(default=())
    """What is to happen on the next 1 August: `core` (a shell school moves in), `join`, `leave`."""


PARTNERSHIPS = (
    ExamplePartnership(
        "samen-opleiden-noordzijde", "Samen Opleiden Noordzijde", "GM0014", ("po",), ("25BE",), 9, 6, 2014,
        recognised=2018, academic_from=2020,
        vision="Studenten, leraren en opleiders leren hier van dezelfde vraag: wat helpt kinderen verder? "
        "Elke student hoort bij een leerteam van de school.",
        model="cooperative", scenario="C",
        themes=("begeleiding", "beoordelen", "inductie", "onderzoek"),
        goals=(
            Goal("institute", "Opleiden in echte schoolvragen", "Studenten die blijven in het vak"),
            Goal("school", "Elke starter twee jaar begeleiding", "Minder uitval in de eerste jaren"),
        ),
        plans=("core", "join"),
    ),
    ExamplePartnership(
        "opleidingsschool-wadkant", "Opleidingsschool Wadkant", "GM0080", ("vo",), ("31FR",), 6, 5, 2016,
        recognised=2020, former_name="Leerwerkplaats Wadkant",
        vision="Drie talen, één leerlijn: van eerste les tot ervaren docent.",
        model="complementary", scenario="A", themes=("begeleiding", "kwaliteit-partnerschap"),
    ),
    ExamplePartnership(
        "de-praktijkschakel", "De Praktijkschakel", "GM0114", ("po", "vo"), ("31FR", "25BE"), 7, 7, 2017,
        recognised=2021, vision="Po en vo leiden samen op, zodat de overstap van leerlingen en studenten klopt.",
        model="complementary", scenario="C", themes=("begeleiding", "doorlopende-lijn", "inductie"), plans=("leave",),
    ),
    ExamplePartnership(
        "partnerschap-tussen-de-dijken", "Partnerschap Tussen de Dijken", "GM0034", ("po",), ("01VU",), 8, 6, 2019,
        recognised=2023, vision="Groeien zonder haast: eerst goede begeleiders, dan meer studenten.",
        model="service", scenario="A", themes=("begeleiding", "personeelsbeleid"),
    ),
    ExamplePartnership(
        "opleidingsschool-ijsselhof", "Opleidingsschool IJsselhof", "GM0193", ("po",), ("00IC", "01VU"), 10, 5, 2012,
        recognised=2015, academic_from=2016, academic_until=2022,
        vision="Onderzoek doen we samen: een vraag van de school is een vraag van de opleiding.",
        model="cooperative", scenario="C", themes=("begeleiding", "onderzoek", "kwaliteitszorg"),
        goals=(Goal("school", "Onderzoekende teams", "Beter onderbouwde keuzes"),),
    ),
    ExamplePartnership(
        "het-opleidingsplein", "Het Opleidingsplein", "GM0344", ("vo",), ("25DW", "21PD"), 8, 6, 2013,
        recognised=2017, academic_from=2018,
        vision="Een plein waar studenten, starters en ervaren docenten elkaar tegenkomen en lessen open zijn.",
        model="cooperative", scenario="C", themes=("begeleiding", "beoordelen", "inductie", "leertaken"),
        goals=(
            Goal("institute", "Leertaken die scholen zelf maken", "Programma dat past bij de praktijk"),
            Goal("school", "Vaste plek voor schoolopleiders", "Opleiden als deel van personeelsbeleid"),
        ),
        plans=("join",),
    ),
    ExamplePartnership(
        "samen-aan-de-amstelkant", "Samen aan de Amstelkant", "GM0363", ("vo",), ("28DN",), 7, 8, 2018,
        recognised=2022, vision="Stadse scholen leiden leraren op die de stad kennen.",
        model="complementary", scenario="A", themes=("begeleiding", "kennisdeling"),
    ),
    ExamplePartnership(
        "opleidingsschool-duinrand", "Opleidingsschool Duinrand", "GM0392", ("po",), ("27PZ", "21UG"), 8, 7, 2015,
        recognised=2019, vision="Van strand tot stad: elke student ziet drie heel verschillende scholen.",
        model="complementary", scenario="A", themes=("begeleiding", "beoordelen"),
    ),
    ExamplePartnership(
        "maasoever-leert-samen", "Maasoever leert samen", "GM0599", ("vo", "mbo"), ("22OJ",), 6, 6, 2021,
        state="aspirant", vision="Vmbo en mbo leiden samen docenten op voor het beroepsonderwijs.",
        model="service", scenario="A", themes=("begeleiding", "randvoorwaarden"), plans=("core",),
    ),
    ExamplePartnership(
        "opleidingsschool-rijnbocht", "Opleidingsschool Rijnbocht", "GM0202", ("vo",), ("25KB",), 9, 4, 2011,
        recognised=2014, academic_from=2015,
        vision="Wie hier begint, wordt nog drie jaar begeleid. Dat is onze belofte.",
        model="cooperative", scenario="C", themes=("begeleiding", "inductie", "onderzoek"),
    ),
    ExamplePartnership(
        "partnerschap-brabantse-beemden", "Partnerschap Brabantse Beemden", "GM0772", ("po",), ("30GB", "08OK"), 9, 6, 2016,
        recognised=2020, vision="Kleine scholen samen sterk: we delen begeleiders en studiedagen.",
        model="complementary", scenario="A", themes=("begeleiding", "kwaliteitszorg"),
    ),
    ExamplePartnership(
        "opleidingsschool-heuvelpad", "Opleidingsschool Heuvelpad", "GM0935", ("po", "vo"), ("25JX", "30GB"), 6, 5, 2022,
        state="aspirant", vision="Over de grens kijken hoort erbij: studenten lopen ook een week bij de buren mee.",
        model="service", scenario="A", themes=("begeleiding",), plans=("leave", "join"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class ExamplePerson:
    """Somebody who can be signed in as with one click. `partnership` and `role` give the affiliation."""

    key: str
    first_name: str
    last_name: str
    line: str
    role: str = ""
    partnership: str = ""
    institute: str = ""
    staff_role: str = ""
    sector: str = ""


FIRST = "samen-opleiden-noordzijde"
PEOPLE = (
    ExamplePerson("bezoeker", "Bo", "Bezoeker", "Kijkt rond, stelt verbeteringen voor en volgt wat ermee gebeurt."),
    ExamplePerson(
        "begeleider", "Wil", "Werkplek", "Begeleidt studenten op de werkplek en zoekt collega's elders.",
        role="werkplekbegeleider", partnership=FIRST, sector="po",
    ),
    ExamplePerson(
        "coordinator", "Coco", "Ordinator", "Beheert de pagina van Samen Opleiden Noordzijde: leden, contacten, visie.",
        role="programmaleider", partnership=FIRST, sector="po",
    ),
    ExamplePerson(
        "instituut", "Ine", "Opleider", "Leidt op vanuit de lerarenopleiding en werkt mee in twee partnerschappen.",
        role="instituutsopleider", partnership=FIRST, institute="25BE", sector="po",
    ),
    ExamplePerson(
        "student", "Stijn", "Student", "Is leraar in opleiding en zoekt wie waarbij kan helpen.",
        role="leraar-in-opleiding", partnership=FIRST, sector="po",
    ),
    ExamplePerson("afzender", "Mel", "Dingen", "Plaatst namens de VO-raad berichten voor scholen."),
    ExamplePerson(
        "redacteur", "Reda", "Redacteur", "Behandelt de werklijst, schrijft nieuws en leest het register in.",
        staff_role="editor",
    ),
    ExamplePerson(
        "projectleider", "Pleun", "Projectleider", "Kan alles wat de redacteur kan, en beheert rollen van medewerkers.",
        staff_role="project_leader",
    ),
)  # fmt: skip

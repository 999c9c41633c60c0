"""The questions that come with the house; a facilitator may bring others."""

from django.utils.translation import gettext_lazy as _

DECK = (
    _("Welk moment van deze week op school of op de opleiding zou je zo overdoen?"),
    _("Van wie heb je het meest geleerd over lesgeven, en wat was dat?"),
    _("Wat doe jij als een student iets anders aanpakt dan jij zou doen?"),
    _("Welke vraag van een student bleef je bij?"),
    _("Waar ben je in jouw partnerschap trots op?"),
    _("Wat had je als beginnende leraar graag eerder geweten?"),
    _("Wanneer heb je voor het laatst bij iemand anders in de klas gekeken?"),
    _("Welke gewoonte op jouw school zou een buitenstaander verbazen?"),
    _("Wat lukt bij jullie samen beter dan alleen?"),
    _("Welk overleg zou je nooit willen missen?"),
    _("Wat vertel je thuis over je werk?"),
    _("Welke les uit je eigen schooltijd weet je nog precies?"),
    _("Wie in jouw organisatie zou iedereen hier moeten kennen?"),
    _("Wat is het kleinste dat je ooit veranderde en dat veel opleverde?"),
    _("Waarover zijn jullie het in je team nog niet eens?"),
    _("Hoe merk je dat een student eraan toe is om meer te doen?"),
    _("Wat zou je met een vrije middag op je werk doen?"),
    _("Welk woord uit ons vak moeten we vaker uitleggen?"),
    _("Met wie hier heb je waarschijnlijk iets gemeen dat niet over werk gaat?"),
    _("Wat wil je vandaag te weten komen?"),
    _("Wat kun jij goed dat je collega’s niet weten?"),
    _("Welke hulp kreeg je dit jaar waar je niet om had gevraagd?"),
    _("Wat is in jouw sector heel gewoon en in een andere misschien niet?"),
    _("Waar neem je zelf te weinig tijd voor?"),
)

"""What the knowledge room pins of the toolbox: from a question to a method, and what nobody answered yet."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import (
    MenuPin,
    PanelPin,
    PrivacyPin,
    RecordPin,
    TilePin,
    WorkPin,
    menu,
    panels,
    privacy,
    records,
    tiles,
    worklist,
)
from steunpunt.knowledge.actions import toolbox as asking
from steunpunt.knowledge.actions import toolbox_proposals as proposals
from steunpunt.knowledge.models import OpenQuestion, QuestionFollower
from steunpunt.knowledge.queries import toolbox_questions
from steunpunt.knowledge.queries.toolbox import proposal_shown
from steunpunt.knowledge.rules.toolbox import may_decide

menu.pin(MenuPin(_("Gereedschapskist"), "knowledge:toolbox", order=6, under="knowledge:item_list"))
tiles.pin(
    TilePin(
        "toolbox",
        "knowledge/toolbox/_tile.html",
        lambda actor, sector, today: toolbox_questions.waiting_for_staff(actor),
    )
)
panels.pin(
    PanelPin(
        User, "vragen", _("Vragen die ik volg"), toolbox_questions.own_panel, "knowledge/toolbox/_own.html", order=30
    )
)
worklist.pin(
    WorkPin(
        proposals.KIND,
        _("Antwoord op een open vraag?"),
        "knowledge/toolbox/_proposal.html",
        accept=proposals.accept_proposal,
        decline=proposals.decline_proposal,
        may_handle=lambda actor, item: may_decide(actor),
        context=proposal_shown,
    )
)
records.pin(
    RecordPin(
        "open-vraag",
        _("vraag"),
        OpenQuestion,
        toolbox_questions.visible_open_questions,
        lambda row: row.text,
        lambda row: reverse("knowledge:open_question", args=[row.public_id]),
    )
)
privacy.pin(PrivacyPin(OpenQuestion, _("Gestelde vragen"), toolbox_questions.held_questions, asking.forget_asker))
privacy.pin(
    PrivacyPin(QuestionFollower, _("Gevolgde vragen"), toolbox_questions.held_following, asking.forget_following)
)

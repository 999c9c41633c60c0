"""Addresses of the knowledge room."""

from django.urls import path

from .views import (
    collections,
    embed,
    exports,
    feeds,
    following,
    frameworks,
    harvest,
    items,
    regulations,
    replacing,
    review,
    sharing,
    toolbox,
    toolbox_questions,
    toolbox_staff,
    use,
)

app_name = "knowledge"

urlpatterns = [
    path("kennisbank/", items.item_list, name="item_list"),
    path("kennisbank/delen/", sharing.share, name="share"),
    path("kennisbank/redactie/", review.queue, name="queue"),
    path("kennisbank/mijn/", sharing.own_list, name="own_list"),
    path("kennisbank/mijn/<slug:public_id>/", sharing.work, name="work"),
    path("kennisbank/mijn/<slug:public_id>/bestand/", sharing.add_file, name="add_file"),
    path("kennisbank/mijn/<slug:public_id>/bestand/voortgang/", sharing.file_progress, name="file_progress"),
    path("kennisbank/mijn/<slug:public_id>/bestand/<slug:file_id>/", sharing.own_file, name="own_file"),
    path("kennisbank/mijn/<slug:public_id>/bestand/<slug:file_id>/weg/", sharing.remove_file, name="remove_file"),
    path("kennisbank/mijn/<slug:public_id>/lezen/", review.read, name="read"),
    path("kennisbank/mijn/<slug:public_id>/klopt-nog/", review.confirm, name="confirm"),
    path("kennisbank/mijn/<slug:public_id>/intrekken/", review.withdraw, name="withdraw"),
    path("kennisbank/mijn/<slug:public_id>/vervangen/", replacing.replace, name="replace"),
    path("kennisbank/mijn/<slug:public_id>/vervangen/terug/", replacing.replace_undo, name="replace_undo"),
    path("kennisbank/mijn/<slug:public_id>/terugzetten/", review.bring_back, name="bring_back"),
    path("kennisbank/verzamelingen/", collections.collection_list, name="collection_list"),
    path("kennisbank/verzamelingen/nieuw/", collections.make, name="collection_make"),
    path("kennisbank/verzamelingen/<slug:public_id>/", collections.collection, name="collection"),
    path("kennisbank/verzamelingen/<slug:public_id>/wijzigen/", collections.edit, name="collection_edit"),
    path("kennisbank/verzamelingen/<slug:public_id>/weghalen/", collections.remove, name="collection_remove"),
    path("kennisbank/verzamelingen/<slug:public_id>/<slug:item_id>/", collections.arrange, name="collection_arrange"),
    path("kennisbank/<slug:slug>/verzamelen/", collections.collect, name="collect"),
    path("gereedschapskist/", toolbox.toolbox, name="toolbox"),
    path("gereedschapskist/vraag/", toolbox.ask, name="ask"),
    path("gereedschapskist/wacht/", toolbox_staff.question_queue, name="question_queue"),
    path("gereedschapskist/open-vragen/", toolbox_questions.question_list, name="question_list"),
    path("gereedschapskist/open-vragen/<slug:public_id>/", toolbox_questions.question, name="open_question"),
    path("gereedschapskist/open-vragen/<slug:public_id>/volgen/", toolbox_questions.follow, name="follow_question"),
    path(
        "gereedschapskist/open-vragen/<slug:public_id>/stoppen/", toolbox_questions.unfollow, name="unfollow_question"
    ),
    path(
        "gereedschapskist/open-vragen/<slug:public_id>/antwoord/", toolbox_staff.answer_question, name="answer_question"
    ),
    path("gereedschapskist/open-vragen/<slug:public_id>/samen/", toolbox_staff.merge_question, name="merge_question"),
    path("gereedschapskist/open-vragen/<slug:public_id>/sluiten/", toolbox_staff.close_question, name="close_question"),
    path("kaders/", frameworks.framework_list, name="framework_list"),
    path("kaders/<slug:slug>/", frameworks.framework, name="framework"),
    path("kaders/<slug:slug>/naast/<slug:other>/", frameworks.compare_frameworks, name="compare_frameworks"),
    path("regelingen/", regulations.regulation_list, name="regulation_list"),
    path("regelingen/<slug:bwbr>/", regulations.regulation, name="regulation"),
    # ecosystem
    path("oai/", harvest.oai, name="oai"),
    path("kennisbank/nieuw.atom", feeds.NewItems(), name="feed"),
    path("thema/<slug:slug>/kennis.atom", feeds.NewForTheme(), name="theme_feed"),
    path("kennisbank/<slug:slug>/kaart/", embed.card, name="card"),
    path("kennisbank/<slug:slug>/bronvermelding.bib", exports.as_bibtex, name="bibtex"),
    path("kennisbank/<slug:slug>/bronvermelding.ris", exports.as_ris, name="ris"),
    path("kennisbank/<slug:slug>/qr.svg", exports.qr, name="qr"),
    # use
    path("kennisbank/gebruik/<slug:public_id>/intrekken/", use.withdraw, name="withdraw_use"),
    path("kennisbank/<slug:slug>/gebruikt/", use.report, name="report_use"),
    path("kennisbank/<slug:slug>/bewaren/", following.bookmark, name="bookmark"),
    path("thema/<slug:slug>/volgen/", following.follow, name="follow_theme"),
    path("thema/volgen/stoppen/<str:token>/", following.stop, name="stop_follow"),
    path("partnerschappen/<slug:slug>/geven-en-nemen/", use.balance, name="balance"),
    path("kennisbank/<slug:slug>/", items.item, name="item"),
    path("kennisbank/<slug:slug>/versie/<int:number>/", items.compare, name="compare"),
    path("kennisbank/<slug:slug>/bestand/<slug:public_id>/", items.file, name="file"),
]

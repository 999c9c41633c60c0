"""What the network pins of projects: found by search, pointed to by the thread."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import RecordPin, SearchPin, records, search
from steunpunt.network.models import Project
from steunpunt.network.queries import search_documents, search_results, searching
from steunpunt.network.queries.projects import visible_projects

search.pin(
    SearchPin(
        kind="project",
        label=_("Projecten"),
        name=_("project"),
        documents=search_documents.project_documents,
        visible=visible_projects,
        rows=search_results.project_rows,
        card="network/search/_project.html",
        url=lambda row: reverse("network:project", args=[row.slug]),
        match=searching.projects_found,
        order=50,
    )
)
records.pin(
    RecordPin(
        "project",
        _("project"),
        Project,
        visible_projects,
        lambda row: row.title,
        lambda row: reverse("network:project", args=[row.slug]),
    )
)

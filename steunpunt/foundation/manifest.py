"""What the foundation pins on its own boards."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils.translation import gettext_lazy as _

from .accounts import queries as accounts
from .accounts.actions.erasing import erase_user, erase_with_account
from .accounts.models import ExampleAccount, User
from .boards import DuePin, FacetPin, PrivacyPin, due, facets, privacy
from .events.jobs import deliver_due
from .health.jobs import beat, clear_old_work
from .outbox.actions import forget_mail_to
from .outbox.jobs import forget_old_mail, send_waiting
from .outbox.models import Mail
from .outbox.queries import held_mails
from .search import jobs as search_jobs
from .search.actions import forget_saved
from .search.models import SavedSearch
from .search.queries import held_searches
from .sectors import SECTOR_NAMES
from .worklist.actions import forget_asker
from .worklist.jobs import forget_old_askers
from .worklist.models import WorkItem
from .worklist.queries import held_items

due.pin(DuePin("deliver", deliver_due.enqueue, minutes=1))
due.pin(DuePin("mail", send_waiting.enqueue, minutes=1))
due.pin(DuePin("forget-mail", forget_old_mail.enqueue, minutes=60 * 24))
due.pin(DuePin("forget-askers", forget_old_askers.enqueue, minutes=60 * 24))
due.pin(DuePin("heartbeat", beat.enqueue, minutes=1))
due.pin(DuePin("clear-work", clear_old_work.enqueue, minutes=60 * 24))
due.pin(DuePin("search-waiting", search_jobs.write_waiting.enqueue, minutes=1))
due.pin(DuePin("search-ready", search_jobs.keep_ready.enqueue, minutes=1))
due.pin(DuePin("search-daily", search_jobs.build_again.enqueue, minutes=60 * 24))
due.pin(DuePin("search-questions", search_jobs.look_at_questions.enqueue, minutes=60))

facets.pin(FacetPin("sector", _("Sector"), lambda: {code.value: name for code, name in SECTOR_NAMES.items()}, order=10))
facets.pin(FacetPin("jaar", _("Jaar"), order=50, is_by_value=True))

# Erasing goes from the last pin to the first: the account itself, which all others look up, goes last.
privacy.pin(PrivacyPin(User, _("Account"), accounts.held_of_account, erase_user))
privacy.pin(PrivacyPin(EmailAddress, _("E-mailadressen"), accounts.held_addresses, erase_with_account))
privacy.pin(PrivacyPin(Authenticator, _("Tweede stap"), accounts.held_factors, erase_with_account))
privacy.pin(PrivacyPin(SocialAccount, _("Account bij organisatie"), accounts.held_federations, erase_with_account))
privacy.pin(PrivacyPin(ExampleAccount, _("Voorbeeldaccount"), accounts.held_example, erase_with_account))
privacy.pin(PrivacyPin(Mail, _("Mail"), held_mails, forget_mail_to))
privacy.pin(PrivacyPin(SavedSearch, _("Bewaarde zoekvragen"), held_searches, forget_saved))
privacy.pin(PrivacyPin(WorkItem, _("Verzoeken"), held_items, forget_asker))

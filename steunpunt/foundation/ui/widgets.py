"""Form controls that differ from Django's own: a date and a time that the browser's own picker can fill."""

from django import forms


class DateInput(forms.DateInput):
    """A date as `<input type="date">`, which wants and gives ISO dates whatever the language of the page."""

    input_type = "date"

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """A time as `<input type="time">`, in hours and minutes."""

    input_type = "time"

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")

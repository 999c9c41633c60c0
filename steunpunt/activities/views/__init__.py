"""The pages of the facilitator, the phone and the big screen."""

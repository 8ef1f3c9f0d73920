"""The desktop app at the enrolment point, and the station without a window."""

# Reads a calendar entry with python3-icalendar, which shares no code with the kiosk, and writes one
# property a line, so that a test can compare it: NAME=value, line ends in a value as "|".
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())

events = calendar.walk("VEVENT")
print("EVENTS=%d" % len(events))
for name, value in calendar.items():
    print("%s=%s" % (name, value))
for name, value in events[0].items():
    text = value.dt.strftime("%Y-%m-%d %H:%M %Z") if hasattr(value, "dt") else str(value)
    print("%s=%s" % (name, text.replace("\n", "|")))

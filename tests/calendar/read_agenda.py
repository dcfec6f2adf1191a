# Reads an agenda with python3-icalendar and works its rules out with python3-dateutil, which share no
# code with the kiosk; writes each event with its sessions in UTC.
import sys
from datetime import timezone

from dateutil.rrule import rrulestr
from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())


def utc(time):
    return time.astimezone(timezone.utc)


def words(time):
    return utc(time).strftime("%Y-%m-%d %H:%M")


events = calendar.walk("VEVENT")
exceptions = {utc(event["RECURRENCE-ID"].dt): event for event in events if "RECURRENCE-ID" in event}
for event in sorted((e for e in events if "RECURRENCE-ID" not in e), key=lambda e: e["SUMMARY"]):
    print("%s | %s | %s" % (event["SUMMARY"], event["LOCATION"], event.get("DESCRIPTION", "")))
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    if "RRULE" not in event:
        print("  %s to %s" % (words(start), words(end)))
        continue
    left_out = event.get("EXDATE", [])
    left_out = left_out if isinstance(left_out, list) else [left_out]
    left_out = {utc(one.dt) for dates in left_out for one in dates.dts}
    for time in rrulestr(event["RRULE"].to_ical().decode(), dtstart=start):
        if utc(time) in left_out:
            continue
        exception = exceptions.get(utc(time))
        if exception is None:
            print("  %s to %s" % (words(time), words(time + (end - start))))
        elif exception["STATUS"] == "CANCELLED":
            print("  %s cancelled" % words(time))
        else:
            print("  %s replaced by %s" % (words(time), words(exception["DTSTART"].dt)))

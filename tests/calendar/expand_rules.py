# Works out when series are with python3-dateutil and the standard library's time zones, which share
# no code with the kiosk. Reads one JSON object a line and writes one line of times for each.
import json
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.easter import easter
from dateutil.rrule import MONTHLY, WEEKLY, rrule, rrulestr, weekday

HOUSE = ZoneInfo("Europe/Amsterdam")


def holidays(year, with_liberation_day):
    sunday = easter(year)
    days = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    days |= {sunday + timedelta(days) for days in (0, 1, 39, 49, 50)}
    king = date(year, 4, 27)
    days.add(king - timedelta(1) if king.isoweekday() == 7 else king)
    if with_liberation_day:
        days.add(date(year, 5, 5))
    return days


def own_times(case):
    first = datetime.fromisoformat(case["first"])
    until = datetime.fromisoformat(case["until"])
    if case["repeat"] == "weekly":
        rule = rrule(WEEKLY, dtstart=first, interval=case["interval"], byweekday=case["weekdays"],
                     wkst=0, until=until)
    elif case["repeat"] == "weekday":
        rule = rrule(MONTHLY, dtstart=first, byweekday=weekday(case["weekdays"][0])(case["nth"]),
                     until=until)
    else:
        rule = rrule(MONTHLY, dtstart=first, bymonthday=case["day"], until=until)
    for time in rule:
        if case["last"] and time.date() > date.fromisoformat(case["last"]):
            continue
        if time.date().isoformat() in case["left_out"]:
            continue
        if case["holidays"] and time.date() in holidays(time.year, case["holidays"] == 2):
            continue
        yield time


# A rule in the words of calendars, on the wall of a zone.
def foreign_times(case):
    zone = ZoneInfo(case["zone"])
    first = datetime.fromisoformat(case["first"])
    horizon = datetime.fromisoformat(case["until"])
    times = {first}
    for time in rrulestr(case["rule"], dtstart=first):
        if time > horizon + timedelta(2):
            break
        times.add(time)
    for time in times:
        here = time.replace(tzinfo=zone).astimezone(ZoneInfo("UTC")).astimezone(HOUSE)
        yield time if case["zone"] == HOUSE.key else here.replace(tzinfo=None)


for line in open(sys.argv[1], encoding="utf-8"):
    case = json.loads(line)
    found = sorted(set(foreign_times(case) if "rule" in case else own_times(case)))
    first_day = date.fromisoformat(case["from"])
    last_day = datetime.fromisoformat(case["until"]).date()
    print(" ".join(time.strftime("%Y-%m-%dT%H:%M")
                   for time in found if first_day <= time.date() <= last_day))

